import { RATINGS, type Rating } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';
import { ratingOf } from './remarks.js';

const LONGEST_REMARK = 2_000;

interface Props {
  objective: string;
  title: string;
  seat: string | null;
  mayRate: boolean;
}

/** One objective: four large buttons; the last tap counts, and every tap stays in the log. */
export function ObjectiveCard({ objective, title, seat, mayRate }: Props) {
  const { w } = useWords();
  const { stage, view, observing } = useDrillRun();
  const heading = useId();
  const [words, setWords] = useState<string | null>(null);
  const known = ratingOf(view, observing.remarks, objective, seat);
  const rate = (rating: Rating, note: string, moment?: number) =>
    observing.observe({ kind: 'rate', objective, seat, rating, note }, moment);
  const save = async () => {
    if (!known || words === null || words.length > LONGEST_REMARK) return;
    // The words belong to the moment of the rating, not to that of the writing.
    await rate(known.rating, words.trim(), known.at);
    setWords(null);
  };
  return (
    <article class="card objective" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <div class="objective__marks" role="group" aria-label={title}>
        {RATINGS.map((rating) => (
          <button
            key={rating}
            type="button"
            class="mark"
            aria-pressed={known?.rating === rating}
            disabled={!mayRate}
            onClick={() => void (known?.rating === rating ? undefined : rate(rating, ''))}
          >
            <strong>{rating}</strong>
            <span>{w.watch.ratings[rating]}</span>
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {known &&
          [timeOfDay(stage.startsAt, known.at, true), known.waits ? w.watch.waits : w.watch.sent].join(' · ')}
      </p>
      {known?.note && words === null && <p class="mail__text">{known.note}</p>}
      {known && mayRate && words === null && (
        <button type="button" class="link-button" onClick={() => setWords(known.note)}>
          {w.watch.addWords}
          <span class="visually-hidden">{title}</span>
        </button>
      )}
      {words !== null && (
        <>
          <TextBox label={w.watch.words} value={words} onChange={setWords} max={LONGEST_REMARK} rows={3} />
          <button
            type="button"
            class="button button--wide"
            disabled={!fits(words, LONGEST_REMARK)}
            onClick={() => void save()}
          >
            {w.watch.save}
          </button>
        </>
      )}
    </article>
  );
}
