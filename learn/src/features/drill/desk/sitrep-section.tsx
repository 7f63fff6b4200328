import { useState } from 'preact/hooks';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { DeskFold } from './desk-fold.js';
import { SitrepSheet } from './sitrep-sheet.js';

export function SitrepSection() {
  const { w, text } = useWords();
  const { stage, view, mayAct } = useDrillRun();
  const [open, setOpen] = useState(false);
  return (
    <DeskFold title={w.desk.sitrep}>
      {view.sitreps.length === 0 && <p class="quiet small">{w.sitrep.none}</p>}
      <ul class="desk__log">
        {[...view.sitreps].reverse().map(({ id, at, by, posts, text: words }) => (
          <li key={id}>
            <span class="quiet small">
              {w.sitrep.line(timeOfDay(stage.startsAt, at), text(seatTitle(stage, by)), posts.length)}
            </span>
            <p class="mail__text">{words}</p>
          </li>
        ))}
      </ul>
      {mayAct && (
        <button type="button" class="button button--wide" onClick={() => setOpen(true)}>
          {w.sitrep.write}
        </button>
      )}
      {open && <SitrepSheet onClose={() => setOpen(false)} />}
    </DeskFold>
  );
}
