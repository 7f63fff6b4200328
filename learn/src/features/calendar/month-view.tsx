import { useState } from 'preact/hooks';
import { formatDay } from '../../shared/i18n/format.js';
import { Icon } from '../../shared/ui/icons.js';
import { monthAfter, weeksOf, type Entry } from './entries.js';
import { EntryRow } from './entry-row.js';
import { useWords } from './use-words.js';

/** A month as a table; a day that holds something can be chosen and is told below. */
export function MonthView({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const { w, locale } = useWords();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [chosen, setChosen] = useState(today);
  const on = (day: string) => entries.filter((entry) => entry.day === day);
  const name = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <>
      <div class="month__head">
        <button
          type="button"
          class="icon-button"
          aria-label={w.previous}
          onClick={() => setMonth(monthAfter(month, -1))}
        >
          <Icon name="arrow-left" />
        </button>
        <h2 class="month__name" aria-live="polite">
          {name}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={w.next}
          onClick={() => setMonth(monthAfter(month, 1))}
        >
          <Icon name="arrow-right" />
        </button>
      </div>
      <table class="month card">
        <caption class="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {w.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, row) => (
            <tr key={row}>
              {week.map((day, column) => (
                <td key={column}>
                  {day && (
                    <DayCell
                      day={day}
                      count={on(day).length}
                      today={day === today}
                      chosen={day === chosen}
                      onChoose={() => setChosen(day)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <section class="section" aria-live="polite">
        <h2 class="section__title">{formatDay(chosen, locale)}</h2>
        {on(chosen).length === 0 ? (
          <p class="quiet">{w.emptyDay}</p>
        ) : (
          <ul class="entries card">
            {on(chosen).map((entry) => (
              <EntryRow key={entry.key} entry={entry} today={today} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

interface CellProps {
  day: string;
  count: number;
  today: boolean;
  chosen: boolean;
  onChoose: () => void;
}
function DayCell({ day, count, today, chosen, onChoose }: CellProps) {
  const { w, locale } = useWords();
  return (
    <button
      type="button"
      class={`month__day ${today ? 'month__day--today' : ''}`}
      aria-pressed={chosen}
      aria-label={[formatDay(day, locale), count > 0 && w.entries(count), today && w.today]
        .filter(Boolean)
        .join(', ')}
      onClick={onChoose}
    >
      {Number(day.slice(8))}
      <span class="month__count">{count > 0 ? '•'.repeat(Math.min(count, 3)) : ''}</span>
    </button>
  );
}
