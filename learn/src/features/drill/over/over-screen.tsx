import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Icon } from '../../../shared/ui/icons.js';
import { Title } from '../../../shared/ui/title.js';
import { DRILL_MARK, DrillBanner } from '../../../shared/ui/drill-banner.js';
import { useDrillRun } from '../parts/drill-context.js';
import { RefusedActions } from '../parts/refusals.js';
import { RefusedRemarks } from '../watch/refused-remarks.js';
import { useWords } from '../words/use-words.js';
import { OwnLog } from './own-log.js';
import { StoppedScreen } from './stopped-screen.js';

interface Props {
  /** What comes after a drill: results, a short form. */
  closing: ComponentChildren;
  onRead: () => void;
}

/** After the end: what the reader did. The screen of the drill itself can be looked at once more. */
export function OverScreen({ closing, onRead }: Props) {
  const { w, text } = useWords();
  const { stage, state, seat, view } = useDrillRun();
  const [warned, setWarned] = useState(false);
  const stopped = state.clock?.status === 'stopped';
  const mine = [...view.expectations.values()].filter((one) => one.seat === seat);
  if (stopped && !warned) return <StoppedScreen onClose={() => setWarned(true)} />;
  const title = text(stage.run.scenario.title);
  return (
    <div class="over">
      <DrillBanner />
      <main id="content" class="column" tabIndex={-1}>
        <RefusedActions />
        <RefusedRemarks />
        <Title windowTitle={`${DRILL_MARK} · ${w.over.title}`}>
          {stopped ? w.stopped.title : w.over.title}
        </Title>
        <p class="quiet">{title}</p>
        <p>{w.over.text}</p>
        {closing}
        {mine.length > 0 && (
          <section class="section">
            <h2 class="section__title">{w.over.expectations}</h2>
            <ul class="own-log">
              {mine.map((one) => (
                <li key={one.expected}>
                  <span
                    class={`tag ${one.state === 'met' ? 'tag--good' : one.state === 'missed' ? 'tag--bad' : ''}`}
                  >
                    {w.over.expected[one.state]}
                  </span>
                  <span>{text(one.what)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="section" aria-labelledby="own-log-title">
          <h2 id="own-log-title" class="section__title">
            {w.over.log}
          </h2>
          <div class="card over__log">
            <OwnLog />
          </div>
        </section>
        <div class="over__actions">
          <Link href="/drills" class="button button--primary">
            {w.over.again}
          </Link>
          <button type="button" class="button" onClick={onRead}>
            <Icon name="eye" size={20} />
            {w.over.read}
          </button>
        </div>
      </main>
    </div>
  );
}
