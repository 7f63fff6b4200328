import type { Answer, OpenAttempt, SavedAnswers } from '@readyroom/contract';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { waitingAnswers, type WaitingAnswer } from '../../shared/offline/outbox-queue.js';
import { randomId } from '../../shared/random-id.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { learnServerTime, serverNow } from '../../shared/time.js';
import { sheetKey } from './sheet-key.js';
import { answered, joined, unknownToServer, type AnswerSheet } from './sheet.js';

/** Typing and ticking come in bursts; one save for each burst is enough. */
const SETTLE_MS = 500;
const TAB_KEY = 'readyroom.tab';

const thisTab = (): string => {
  const kept = sessionStorage.getItem(TAB_KEY) ?? randomId();
  sessionStorage.setItem(TAB_KEY, kept);
  return kept;
};

/** The answer sheet, kept on this device at every change and sent through the outbox. */
export function useAnswerSheet(initial: AnswerSheet) {
  const { device, outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [sheet, setSheet] = useState(initial);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [notice, setNotice] = useState<'other-device' | 'changed' | null>(null);
  const latest = useRef(initial);
  const unsent = useRef(new Map<number, WaitingAnswer>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const attemptId = initial.attempt.id;

  const change = useCallback(
    (next: AnswerSheet) => {
      latest.current = next;
      setSheet(next);
      void device.put(sheetKey(attemptId), next).catch(() => undefined);
    },
    [device, attemptId],
  );
  /** Hands what has settled to the outbox; resolves when it is safe on the device. */
  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const answers = [...unsent.current.values()];
    unsent.current.clear();
    if (answers.length > 0) await outbox.put({ kind: 'answers', attemptId, deviceId: thisTab(), answers });
  }, [outbox, attemptId]);

  const answer = (position: number, value: Answer | null) => {
    const next = answered(latest.current, position, value, serverNow());
    change(next);
    unsent.current.set(position, { position, seq: next.answers[position]?.seq ?? 1, answer: value });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SETTLE_MS);
  };

  useEffect(() => {
    change(latest.current);
    // What an earlier visit kept and could not hand over any more.
    for (const waiting of unknownToServer(latest.current)) unsent.current.set(waiting.position, waiting);
    void save();
    const onHide = () => void save();
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onHide);
    return () => {
      void save();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onHide);
    };
  }, [change, save]);

  useEffect(() => {
    const takeNewer = async () => {
      const attempt = await api.get<OpenAttempt>(`/learn/attempts/${attemptId}`).catch(() => null);
      if (!attempt) return;
      const before = JSON.stringify(latest.current.answers);
      change(joined(latest.current, attempt));
      if (JSON.stringify(latest.current.answers) !== before) setNotice('changed');
    };
    return outbox.onDelivered(({ item, answer: reply }) => {
      if (item.kind !== 'answers' || item.attemptId !== attemptId) return;
      const saved = reply as SavedAnswers;
      learnServerTime(saved.serverTime);
      setSavedAt(Date.parse(saved.serverTime));
      setNotice((now) => (saved.otherDevice ? 'other-device' : now === 'other-device' ? null : now));
      if (saved.results.some(({ status }) => status === 'stale')) void takeNewer();
    });
  }, [outbox, attemptId, change]);

  return {
    sheet,
    change: (turn: (now: AnswerSheet) => AnswerSheet) => change(turn(latest.current)),
    answer,
    save,
    savedAt,
    notice,
    waiting: waitingAnswers(entries, attemptId).length,
  };
}
