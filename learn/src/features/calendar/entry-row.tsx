import { Link } from 'wouter-preact';
import { formatDay, formatMoment } from '../../shared/i18n/format.js';
import { entryHref } from '../../shared/planned/planned.js';
import { Icon, type IconName } from '../../shared/ui/icons.js';
import { dayFile } from './day-file.js';
import type { Entry } from './entries.js';
import { useWords } from './use-words.js';

const LOOK: Record<Entry['kind'], IconName> = {
  course_due: 'example',
  program_due: 'calendar',
  grace_end: 'clock',
  expiry: 'rosette',
  renewal: 'again',
  drill_due: 'flag',
  planned: 'person',
};

/** One day: what it is, of what, and into the calendar of the device. */
export function EntryRow({ entry, today }: { entry: Entry; today: string }) {
  const { w, locale } = useWords();
  const { kind, planned } = entry;
  const off = planned?.state === 'cancelled';
  const label = `${w.kind[kind]} · ${entry.title}`;
  const file = planned
    ? entryHref(planned)
    : `data:text/calendar;charset=utf-8,${encodeURIComponent(dayFile({ ...entry, title: label }, today))}`;
  return (
    <li class="day-entry">
      <span class="day-entry__icon">
        <Icon name={LOOK[kind]} size={22} />
      </span>
      <span class="day-entry__text">
        <Link href={entry.href} class={`day-entry__title ${off ? 'planned__title--off' : ''}`}>
          {entry.title}
        </Link>
        <span class="meta">
          <span>{w.kind[kind]}</span>
          {off && <span class="tag tag--warn">{w.cancelled}</span>}
          <span>
            {planned ? formatMoment(Date.parse(planned.plannedAt), locale) : formatDay(entry.day, locale)}
          </span>
          {entry.day === today && <span class="tag tag--accent">{w.today}</span>}
        </span>
      </span>
      {!off && entry.day >= today && (
        <a
          class="icon-button"
          href={file}
          download={`${kind}.ics`}
          aria-label={`${w.add}: ${label}`}
          title={w.add}
        >
          <Icon name="download" size={20} />
        </a>
      )}
    </li>
  );
}
