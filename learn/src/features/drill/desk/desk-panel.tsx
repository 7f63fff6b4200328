import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { AlertSection } from './alert-section.js';
import { NotifySection } from './notify-section.js';
import { PlanSection } from './plan-section.js';
import { SitrepSection } from './sitrep-section.js';
import { StatementsSection } from './statements-section.js';

/** The tools of a seat, each in a fold of its own. */
export function DeskPanel() {
  const { w, text } = useWords();
  const { stage } = useDrillRun();
  return (
    <section aria-labelledby="desk-title" class="desk">
      <h2 id="desk-title" class="drill-panel__title" tabIndex={-1}>
        {w.desk.title}
      </h2>
      {stage.me.duties && <p class="desk__duties mail__text quiet">{text(stage.me.duties)}</p>}
      <StatementsSection />
      <NotifySection />
      <AlertSection />
      <SitrepSection />
      <PlanSection />
    </section>
  );
}
