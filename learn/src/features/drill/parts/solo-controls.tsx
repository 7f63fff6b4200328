import type { ControlAction, SentAction } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api/client.js';
import { randomUuid } from '../../../shared/random-uuid.js';
import { messageOf } from '../../../shared/ui/states.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';

/** Whoever plays alone may stand still and give up. Nothing here waits on the device: the clock is the server's. */
export function SoloControls({ onDone }: { onDone: () => void }) {
  const { w, t } = useWords();
  const { runId, state } = useDrillRun();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const status = state.clock?.status;
  const send = async (action: ControlAction) => {
    setError(null);
    try {
      const { refused } = await api.post<SentAction>(`/drills/${runId}/control`, {
        clientId: randomUuid(),
        action,
      });
      if (refused === null) onDone();
      else setError(w.solo.failed);
    } catch (refusal) {
      setError(messageOf(refusal, t));
    }
  };
  return (
    <section class="stack" aria-label={w.solo.title}>
      {status === 'running' && (
        <button type="button" class="button button--wide" onClick={() => void send({ kind: 'pause' })}>
          {w.solo.pause}
        </button>
      )}
      {status === 'paused' && (
        <button
          type="button"
          class="button button--primary button--wide"
          onClick={() => void send({ kind: 'resume' })}
        >
          {w.solo.resume}
        </button>
      )}
      {asking ? (
        <div class="statement__ask" role="group" aria-label={w.solo.end}>
          <p>{w.solo.endAsk}</p>
          <div class="post__actions">
            <button type="button" class="button button--danger" onClick={() => void send({ kind: 'end' })}>
              {w.solo.endNow}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {w.solo.stay}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="button button--wide" onClick={() => setAsking(true)}>
          {w.solo.end}
        </button>
      )}
      {error && (
        <p class="alert" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
