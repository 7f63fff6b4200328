import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { notesOf } from './remarks.js';

/** Notes by their moments, the newest first. */
export function RemarkList() {
  const { w, text } = useWords();
  const { stage, view, observing } = useDrillRun();
  const notes = notesOf(view, observing.remarks);
  const titleOf = (key: string) => stage.objectives.find((one) => one.key === key)?.title;
  return (
    <section aria-labelledby="watch-notes">
      <h3 id="watch-notes" class="section__title">
        {w.watch.notes}
      </h3>
      {notes.length === 0 && <p class="quiet">{w.watch.noNotes}</p>}
      <ol class="own-log">
        {notes.map(({ key, at, text: words, objective, waits }) => {
          const title = objective === null ? undefined : titleOf(objective);
          return (
            <li key={key}>
              <span class="own-log__time">{timeOfDay(stage.startsAt, at)}</span>
              <span>
                <span class="mail__text">{words}</span>
                {title && <span class="remark__about small quiet">{text(title)}</span>}
                {waits && <span class="tag tag--warn">{w.watch.waits}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
