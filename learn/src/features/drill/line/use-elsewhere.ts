import type { DrillEvent } from '@readyroom/contract';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { doneElsewhere, markOf } from './deeds.js';
import type { DrillState } from './drill-line.js';
import type { Acting } from './use-acting.js';

/**
 * What the seat of the reader did last, if somebody did it on another device since this screen opened. Tabs of this
 * browser tell each other what they do and count as one device.
 */
export function useElsewhere(
  runId: string,
  seat: string | null,
  { events, line, view }: DrillState,
  { pending, outcomes }: Acting,
): DrillEvent | null {
  const [since, setSince] = useState<number | null>(null);
  const [ofTabs, setOfTabs] = useState<ReadonlySet<string>>(new Set());
  const channel = useRef<BroadcastChannel | null>(null);
  // What was there when the screen opened may have been done anywhere.
  useEffect(() => {
    if (line === 'open') setSince((now) => now ?? view.lastId);
  }, [line, view.lastId]);
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const opened = new BroadcastChannel(`drill-deeds ${runId}`);
    opened.addEventListener('message', ({ data }: MessageEvent<string[]>) =>
      setOfTabs((now) => new Set([...now, ...data])),
    );
    channel.current = opened;
    return () => opened.close();
  }, [runId]);
  const mine = useMemo(() => {
    const taken = outcomes.flatMap(({ action, refused }) => (refused === null ? [action] : []));
    return [...pending, ...taken].map(markOf).filter((mark) => mark !== null);
  }, [pending, outcomes]);
  useEffect(() => {
    if (mine.length > 0) channel.current?.postMessage(mine);
  }, [mine]);
  return useMemo(
    () =>
      doneElsewhere(
        since === null ? [] : events.filter(({ id }) => id > since),
        seat,
        new Set([...ofTabs, ...mine]),
      ),
    [events, since, seat, ofTabs, mine],
  );
}
