import type { DrillClock, DrillEvent, DrillStage } from '@readyroom/contract';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../shared/api/client.js';
import { ApiError } from '../../../shared/api/errors.js';
import { online } from '../../../shared/connection.js';
import { useSignedIn } from '../../../shared/session/use-signed-in.js';
import { DrillLine } from './drill-line.js';
import { clockSince, forgetRun, keepRun, readRun } from './kept-run.js';
import { scenarioNow } from './scenario-time.js';
import { serverSource } from './server-source.js';

const LOBBY_EVERY_MS = 5_000;
const KEEP_EVERY_MS = 5_000;

interface Opened {
  stage: DrillStage;
  line: DrillLine;
}
export interface OpenedRun {
  opened: Opened | null;
  error: Error | null;
  /** Asks for the stage again. */
  reload: () => void;
}

const sameSeat = ({ me: a }: DrillStage, { me: b }: DrillStage): boolean =>
  a.seat === b.seat && a.role === b.role;

/** Whoever is the same person in the same part sees the same. */
const partOf = (personId: string, { me }: DrillStage): string => [personId, me.role, me.seat ?? ''].join(' ');

/** Opens a run: from the server, or without a line from what this device keeps of it. */
export function useDrill(runId: string): OpenedRun {
  const { device, me } = useSignedIn();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [round, setRound] = useState(0);
  const now = useRef<Opened | null>(null);
  now.current = opened;
  const reload = useCallback(() => setRound((n) => n + 1), []);

  useEffect(() => {
    let current = true;
    const load = async () => {
      const kept = await readRun(device, runId);
      const open = (stage: DrillStage, events: readonly DrillEvent[], clock: DrillClock | null) => {
        const known = now.current && sameSeat(now.current.stage, stage) ? now.current.line : null;
        setOpened({
          stage,
          line: known ?? new DrillLine(serverSource(runId, partOf(me.id, stage)), { events, clock }),
        });
        setError(null);
      };
      try {
        const stage = await api.get<DrillStage>(`/drills/${runId}/stage`);
        if (!current) return;
        // Another seat sees other things: nothing that was kept for the former one is shown.
        const same = kept && sameSeat(kept.stage, stage);
        open(stage, same ? kept.events : [], stage.run.clock);
      } catch (refusal) {
        if (!current) return;
        const final = refusal instanceof ApiError && !refusal.passing;
        if (final) void forgetRun(device, runId);
        if (kept && !final && !now.current) open(kept.stage, kept.events, clockSince(kept, Date.now()));
        else if (final || !now.current) setError(refusal as Error);
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [runId, round, device, me.id]);

  const line = opened?.line;
  useEffect(() => {
    if (!line) return;
    let opens = 0;
    let before = line.state.get().line;
    // The server closes the stream of whoever got another part in the run.
    const unsubscribe = line.state.subscribe(({ line: state }) => {
      if (state === 'open' && before !== 'open' && ++opens > 1) reload();
      before = state;
    });
    line.start();
    return () => {
      unsubscribe();
      line.stop();
    };
  }, [line, reload]);
  useKeeping(runId, opened);

  const waiting = opened?.stage.run.clock.status === 'lobby' || error !== null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(reload, LOBBY_EVERY_MS);
    const stop = online.subscribe((reachable) => reachable && reload());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [waiting, reload]);
  return { opened, error, reload };
}

/** Keeps a copy on the device now and then, and when the page is put away. */
function useKeeping(runId: string, opened: Opened | null): void {
  const { device } = useSignedIn();
  useEffect(() => {
    if (!opened) return;
    const { stage, line } = opened;
    let kept = -1;
    const keep = () => {
      const { events, clock, view } = line.state.get();
      if (view.lastId === kept) return;
      kept = view.lastId;
      const now = clock && { ...clock, at: scenarioNow(clock, performance.now()) };
      void keepRun(device, runId, { stage, events: [...events], clock: now, keptAt: Date.now() });
    };
    const timer = setInterval(keep, KEEP_EVERY_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [runId, opened, device]);
}
