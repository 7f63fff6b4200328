import type { ErrorCode, PlayerAction, RunStatus, SentAction } from '@readyroom/contract';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { useOutboxState, useSignedIn } from '../../../shared/session/use-signed-in.js';

export interface Outcome {
  clientId: string;
  action: PlayerAction;
  /** Scenario time at which it was put down, in seconds. */
  at: number;
  /** The post that a reply became. */
  post: string | null;
  refused: ErrorCode | null;
}
export interface Acting {
  /** Safe on this device when it resolves; sent as soon as there is a line. */
  act: (action: PlayerAction) => Promise<void>;
  /** On this device, not yet in the log. */
  pending: readonly PlayerAction[];
  /** What the log said to actions of this visit, oldest first. */
  outcomes: readonly Outcome[];
  dismiss: (clientId: string) => void;
  dismissed: ReadonlySet<string>;
}

/** Acts through the outbox of the device, so that nothing done is lost with the line. */
export function useActing(runId: string, status: RunStatus): Acting {
  const { outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());

  useEffect(
    () =>
      outbox.onDelivered(({ item, answer }) => {
        if (item.kind !== 'drill' || item.runId !== runId) return;
        const { post, at, refused } = answer as SentAction;
        const { clientId, action } = item;
        setOutcomes((now) => [...now, { clientId, action, at, post, refused: refused as ErrorCode | null }]);
      }),
    [outbox, runId],
  );
  // What was done while the drill stood still goes out when it goes on.
  useEffect(() => {
    if (status === 'running') void outbox.flush();
  }, [outbox, status]);
  const pending = useMemo(
    () =>
      entries.flatMap(({ item, refused }) =>
        item.kind === 'drill' && item.runId === runId && refused === null ? [item.action] : [],
      ),
    [entries, runId],
  );
  const act = useCallback(
    (action: PlayerAction) => outbox.put({ kind: 'drill', runId, clientId: randomUuid(), action }),
    [outbox, runId],
  );
  const dismiss = useCallback((clientId: string) => setDismissed((now) => new Set(now).add(clientId)), []);
  return { act, pending, outcomes, dismiss, dismissed };
}
