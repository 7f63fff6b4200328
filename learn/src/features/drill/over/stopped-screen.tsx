import { DRILL_MARK, DrillBanner } from '../../../shared/ui/drill-banner.js';
import { Icon } from '../../../shared/ui/icons.js';
import { Title } from '../../../shared/ui/title.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';

/** Something real comes first: nothing else is on the screen until it has been read. */
export function StoppedScreen({ onClose }: { onClose: () => void }) {
  const { w } = useWords();
  const { view } = useDrillRun();
  return (
    <div class="stopped">
      <DrillBanner />
      <main id="content" class="stopped__main" tabIndex={-1}>
        <div role="alert" class="stopped__text">
          <Icon name="warning" size={56} />
          <Title windowTitle={`${DRILL_MARK} · ${w.stopped.title}`}>{w.stopped.title}</Title>
          <p>{w.stopped.text}</p>
          {view.reason && <p>{w.clock.reason(view.reason)}</p>}
        </div>
        <button type="button" class="button button--wide" onClick={onClose}>
          {w.stopped.close}
        </button>
      </main>
    </div>
  );
}
