import { useCallback, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { ApiError } from '../../shared/api/errors.js';
import { messageOf } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

/** Joins a run by its code and goes there. */
export function useJoining() {
  const { w, t } = useWords();
  const [, go] = useLocation();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const join = useCallback(
    async (code: string) => {
      setWorking(true);
      setError(null);
      try {
        const { runId } = await api.post<{ runId: string }>('/learn/drills/join', { code });
        go(`/drills/${runId}`, { replace: true });
      } catch (refusal) {
        setError(refusal as Error);
        setWorking(false);
      }
    },
    [go],
  );
  const message = () => {
    if (error === null) return null;
    if (error instanceof ApiError && error.status === 429) return w.throttled(error.retryAfterSeconds ?? 60);
    // A code that is too short or too long is one that nobody has.
    if (error instanceof ApiError && error.code === 'request.invalid') return t.errors['drill.code_unknown'];
    return messageOf(error, t);
  };
  return { join, working, error: message() };
}
