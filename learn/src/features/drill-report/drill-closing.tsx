import { Link } from 'wouter-preact';
import { Icon } from '../../shared/ui/icons.js';
import { HotWashCard } from './hot-wash-card.js';
import { useWords } from './use-words.js';
import './drill-report.css';

/** What the end of a drill leads to: a short form, and one's results. */
export function DrillClosing({ runId }: { runId: string }) {
  const { w } = useWords();
  return (
    <>
      <HotWashCard runId={runId} />
      <section class="section card closing">
        <p class="quiet">{w.report.linkText}</p>
        <Link href={`/drills/${runId}/report`} class="button button--wide">
          {w.report.link}
          <Icon name="chevron" size={20} />
        </Link>
      </section>
    </>
  );
}
