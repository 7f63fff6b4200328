import type { ErrorCode, ObserverAction, SentAction } from '@readyroom/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { useOutboxState, useSignedIn } from '../../../shared/session/use-signed-in.js';
import { scenarioNow, type HeardClock } from '../line/scenario-time.js';
import type { Remark } from './remarks.js';

export interface Observing {
  /** Safe on this device when it resolves, with the moment of the call; sent as soon as there is a line. */
  observe: (action: ObserverAction, moment?: number) => Promise<void>;
  readonly remarks: readonly Remark[];
  readonly putAway: (remark: Remark) => void;
}

/** Remarks go through the outbox of the device: none is lost with the line, and each counts once. */
export function useObserving(runId: string, clock: HeardClock | null): Observing {
  const { outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [answered, setAnswered] = useState<readonly Remark[]>([]);
  useEffect(
    () =>
      outbox.onDelivered(({ item, answer }) => {
        if (item.kind !== 'observation' || item.runId !== runId) return;
        const { clientId, action } = item;
        const refused = (answer as SentAction).refused as ErrorCode | null;
        const state = refused === null ? 'sent' : 'refused';
        setAnswered((now) => [...now, { clientId, action, state, refused, entry: null }]);
      }),
    [outbox, runId],
  );
  const held = useMemo(
    () =>
      entries.flatMap(({ id, item, refused }): Remark[] => {
        if (item.kind !== 'observation' || item.runId !== runId) return [];
        const { clientId, action } = item;
        return [{ clientId, action, state: refused === null ? 'waiting' : 'refused', refused, entry: id }];
      }),
    [entries, runId],
  );
  return {
    remarks: useMemo(() => [...answered, ...held], [answered, held]),
    observe: (action, moment = Math.floor(clock ? scenarioNow(clock, performance.now()) : 0)) =>
      outbox.put({ kind: 'observation', runId, clientId: randomUuid(), action: { ...action, moment } }),
    putAway: ({ clientId, entry }) => {
      if (entry === null) setAnswered((now) => now.filter((one) => one.clientId !== clientId));
      else void outbox.dismiss(entry);
    },
  };
}
