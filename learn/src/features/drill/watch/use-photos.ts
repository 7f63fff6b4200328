import type { ErrorCode } from '@readyroom/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { useOutboxState, useSignedIn } from '../../../shared/session/use-signed-in.js';
import { photosOf, type Photo } from './photos.js';

interface Photos {
  /** Safe on this device when it resolves; sent as soon as there is a line. */
  readonly take: (photo: { moment: number; note: string; image: string }) => Promise<void>;
  readonly photos: readonly Photo[];
  readonly putAway: (entry: number) => void;
}

/** Photos go through the outbox of the device, as remarks do. */
export function usePhotos(runId: string): Photos {
  const { outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [sent, setSent] = useState<readonly Photo[]>([]);
  useEffect(
    () =>
      outbox.onDelivered(({ item }) => {
        if (item.kind !== 'photo' || item.runId !== runId) return;
        const { clientId, moment, note = '' } = item.body;
        // The picture itself is not kept once it has arrived.
        setSent((now) => [
          ...now,
          {
            clientId,
            moment,
            note,
            state: 'sent',
            refused: null as ErrorCode | null,
            entry: null,
            image: null,
          },
        ]);
      }),
    [outbox, runId],
  );
  return {
    photos: useMemo(() => photosOf(entries, runId, sent), [entries, runId, sent]),
    take: (photo) => outbox.put({ kind: 'photo', runId, body: { clientId: randomUuid(), ...photo } }),
    putAway: (entry) => void outbox.dismiss(entry),
  };
}
