import { useId, useState } from 'preact/hooks';
import { PlannedRow } from '../../shared/planned/planned-row.js';
import type { Planned } from '../../shared/planned/planned.js';
import { useWords } from './use-words.js';

const SHOWN = 4;

/** Drills that are planned and whose lobby is not open yet. */
export function PlannedDrills({ planned }: { planned: readonly Planned[] }) {
  const { w } = useWords();
  const [all, setAll] = useState(false);
  const heading = useId();
  if (planned.length === 0) return null;
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 id={heading} class="section__title">
        {w.planned}
      </h2>
      <ul class="drill-list card">
        {(all ? planned : planned.slice(0, SHOWN)).map((drill) => (
          <PlannedRow key={drill.occurrenceId} drill={drill} />
        ))}
      </ul>
      {planned.length > SHOWN && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.showLess : w.showAll(planned.length)}
        </button>
      )}
    </section>
  );
}
