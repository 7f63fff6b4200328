import { useRef } from 'preact/hooks';
import { useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { DeskFold } from './desk-fold.js';

/** Measures with owner and resources. The first look of a visit goes into the log. */
export function PlanSection() {
  const { w, text } = useWords();
  const { stage, act, mayAct } = useDrillRun();
  const logged = useRef(false);
  const onOpen = () => {
    if (!mayAct || logged.current) return;
    logged.current = true;
    void act({ kind: 'open_plan' });
  };
  return (
    <DeskFold title={w.desk.plan} onOpen={onOpen}>
      {mayAct && <p class="quiet small">{w.plan.note}</p>}
      <ol class="plan">
        {stage.plan.map(({ measure, owner, resources, minutes }, i) => (
          <li key={i}>
            <p>
              <strong>{text(measure)}</strong>
            </p>
            <p class="quiet small">
              {w.plan.owner} · {text(seatTitle(stage, owner))}
              {minutes !== null && ` · ${w.plan.minutes(minutes)}`}
            </p>
            <p class="quiet small">
              {w.plan.resources} · {text(resources)}
            </p>
          </li>
        ))}
      </ol>
    </DeskFold>
  );
}
