import type { HotWashBody } from '@readyroom/contract';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useSignedIn } from '../../shared/session/use-signed-in.js';

export const QUESTIONS = ['kept', 'missed', 'change'] as const;
export const SURE = ['before', 'after'] as const;

/** What the form holds while it is being written; an empty string is no choice yet. */
export interface HotWashDraft {
  readonly said: Readonly<Record<(typeof QUESTIONS)[number], string>>;
  readonly sure: Readonly<Record<(typeof SURE)[number], string>>;
  readonly showName: boolean;
}

export const draftOf = (answer: HotWashBody | null): HotWashDraft => ({
  said: { kept: answer?.kept ?? '', missed: answer?.missed ?? '', change: answer?.change ?? '' },
  sure: {
    before: String(answer?.confidenceBefore ?? ''),
    after: String(answer?.confidenceAfter ?? ''),
  },
  showName: answer?.showName ?? false,
});

/** The answer that a draft makes; null while a sentence or one of the two numbers is missing. */
export function answerOf({ said, sure, showName }: HotWashDraft): HotWashBody | null {
  if (QUESTIONS.every((key) => said[key].trim() === '')) return null;
  if (SURE.some((key) => sure[key] === '')) return null;
  return {
    kept: said.kept.trim(),
    missed: said.missed.trim(),
    change: said.change.trim(),
    confidenceBefore: Number(sure.before),
    confidenceAfter: Number(sure.after),
    showName,
  };
}

export interface KeptDraft {
  /** Undefined until the device has been asked; null when it keeps none. */
  readonly draft: HotWashDraft | null | undefined;
  readonly keep: (draft: HotWashDraft) => void;
  readonly forget: () => void;
}

/** What somebody has begun to write stays on the device, over a reload and without a line, until it is handed in. */
export function useHotWashDraft(runId: string): KeptDraft {
  const { device } = useSignedIn();
  const key = `hot-wash-draft:${runId}`;
  const [draft, setDraft] = useState<HotWashDraft | null>();
  useEffect(() => {
    let current = true;
    void device
      .get<HotWashDraft>(key)
      .catch(() => undefined)
      .then((kept) => current && setDraft(kept ?? null));
    return () => {
      current = false;
    };
  }, [device, key]);
  const keep = useCallback(
    (next: HotWashDraft) => {
      setDraft(next);
      void device.put(key, next).catch(() => undefined);
    },
    [device, key],
  );
  const forget = useCallback(() => {
    setDraft(null);
    void device.remove(key).catch(() => undefined);
  }, [device, key]);
  return { draft, keep, forget };
}
