import type { BriefingReceipt, MyBriefing } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { online } from '../../shared/connection.js';
import { waiting } from '../../shared/offline/outbox-queue.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { useStore } from '../../shared/use-store.js';

/** How often an open app asks whether there is a briefing. */
const EVERY_MS = 30_000;

/** What has still to be acknowledged, from the server or from this device, and how its answer stands. */
export function useBriefings() {
  const { outbox } = useSignedIn();
  const { entries, sending } = useOutboxState();
  const reachable = useStore(online);
  const [path] = useLocation();
  const [wrong, setWrong] = useState<{ id: string; questions: number[] } | null>(null);
  const { data, reload, amend } = usePage<{ items: MyBriefing[] }>('briefings', () =>
    api.get('/learn/briefings'),
  );

  useEffect(() => reload(), [path, reload]);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
  useEffect(
    () =>
      outbox.onDelivered(({ item, answer }) => {
        if (item.kind !== 'briefing') return;
        const { acknowledgedAt, wrong: questions } = answer as BriefingReceipt;
        if (acknowledgedAt === null) setWrong({ id: item.briefingId, questions });
        else
          amend((now) => ({
            ...now,
            items: now.items.filter(
              ({ id, version }) => id !== item.briefingId || version !== item.body.version,
            ),
          }));
        // A correction may have come meanwhile.
        reload();
      }),
    [outbox, amend, reload],
  );

  const queued = (one: MyBriefing): boolean =>
    waiting(entries).some(
      ({ item }) =>
        item.kind === 'briefing' && item.briefingId === one.id && item.body.version === one.version,
    );
  // What waits for a line is answered as far as this person is concerned.
  const open = (data?.items ?? []).filter((one) => !queued(one) || (reachable && sending));
  const acknowledge = (one: MyBriefing, answers: number[]): void => {
    setWrong(null);
    void outbox.put({ kind: 'briefing', briefingId: one.id, body: { version: one.version, answers } });
  };
  return { open, queued, wrong, acknowledge, reachable };
}
