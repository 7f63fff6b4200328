import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { ApiError } from '../../shared/api/errors.js';
import { DRILL_MARK, DrillBanner } from '../../shared/ui/drill-banner.js';
import { Icon } from '../../shared/ui/icons.js';
import { ErrorState, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { useStore } from '../../shared/use-store.js';
import type { DrillLine } from './line/drill-line.js';
import { isOver } from './line/scenario-time.js';
import { useActing } from './line/use-acting.js';
import { useDrill, type OpenedRun } from './line/use-drill.js';
import { useElsewhere } from './line/use-elsewhere.js';
import { LiveScreen } from './live-screen.js';
import { LobbyScreen } from './lobby-screen.js';
import { OverScreen } from './over/over-screen.js';
import { DrillContext, type Drill } from './parts/drill-context.js';
import { useObserving } from './watch/use-observing.js';
import { useWords } from './words/use-words.js';
import './styles/index.css';

interface Props {
  runId: string;
  /** Shown after the end, above the log of the reader. */
  closing?: ComponentChildren;
}

/** One run as its participants see it: lobby, drill, end. */
export function DrillScreen({ runId, closing = null }: Props) {
  const run = useDrill(runId);
  if (run.opened && !denied(run.error))
    return (
      <Opened
        key={runId}
        stage={run.opened.stage}
        line={run.opened.line}
        reload={run.reload}
        closing={closing}
      />
    );
  return <NotOpened error={run.error} reload={run.reload} />;
}

const denied = (error: Error | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 403);

function NotOpened({ error, reload }: Omit<OpenedRun, 'opened'>) {
  const { w, t } = useWords();
  return (
    <>
      <DrillBanner />
      <main id="content" class="column" tabIndex={-1}>
        {!error && (
          <>
            <Title windowTitle={DRILL_MARK} class="visually-hidden">
              {w.loading}
            </Title>
            <Skeleton heights={[3, 8, 8]} />
          </>
        )}
        {error && !denied(error) && (
          <ErrorState error={error} onRetry={reload}>
            <Link href="/drills" class="button">
              {w.toList}
            </Link>
          </ErrorState>
        )}
        {denied(error) && (
          <section class="state" role="alert">
            <Icon name="lock" size={40} />
            <Title windowTitle={`${DRILL_MARK} · ${t.app.errorTitle}`}>{t.app.errorTitle}</Title>
            <p>{w.denied}</p>
            <Link href="/drills" class="button button--primary">
              {w.toList}
            </Link>
          </section>
        )}
      </main>
    </>
  );
}

interface OpenedProps {
  stage: Drill['stage'];
  line: DrillLine;
  reload: () => void;
  closing: ComponentChildren;
}

function Opened({ stage, line, reload, closing }: OpenedProps) {
  const state = useStore(line.state);
  const observing = useObserving(stage.run.id, state.clock);
  const [reading, setReading] = useState(false);
  const status = state.clock?.status ?? stage.run.clock.status;
  const acting = useActing(stage.run.id, status);
  const elsewhere = useElsewhere(stage.run.id, stage.me.seat, state, acting);
  const over = isOver({ status });
  const { seat } = stage.me;
  const drill: Drill = useMemo(
    () => ({
      ...acting,
      runId: stage.run.id,
      stage,
      state,
      view: state.view,
      seat,
      mayAct: seat !== null && !over,
      observing,
      elsewhere,
    }),
    [acting, stage, state, seat, over, observing, elsewhere],
  );
  // Taken out of the cast while the drill goes on.
  if (denied(state.error)) return <NotOpened error={state.error} reload={reload} />;
  return (
    <DrillContext.Provider value={drill}>
      {status === 'lobby' ? (
        <LobbyScreen onReady={reload} />
      ) : over && !reading ? (
        <OverScreen closing={closing} onRead={() => setReading(true)} />
      ) : (
        <LiveScreen onDismissMissed={line.dismissMissed} onBack={reading ? () => setReading(false) : null} />
      )}
    </DrillContext.Provider>
  );
}
