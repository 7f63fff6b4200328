import type { MyDrills } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

/** What can be played alone, at once. An open run of a scenario goes on. */
export function SoloList({ solo }: { solo: MyDrills['solo'] }) {
  const { w, t, text } = useWords();
  const [, go] = useLocation();
  const [starting, setStarting] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const start = async (scenarioId: string) => {
    if (starting !== null) return;
    setStarting(scenarioId);
    setError(null);
    try {
      const { runId } = await api.post<{ runId: string }>('/learn/drills/solo', { scenarioId });
      go(`/drills/${runId}`);
    } catch (refusal) {
      setError(refusal as Error);
      setStarting(null);
    }
  };
  return (
    <section class="section" aria-labelledby="solo-title">
      <h2 id="solo-title" class="section__title">
        {w.solo}
      </h2>
      <p class="quiet small">{solo.length > 0 ? w.soloLead : w.noSolo}</p>
      {error && (
        <p class="alert" role="alert">
          <Icon name="warning" size={20} />
          <span>{messageOf(error, t)}</span>
        </p>
      )}
      <ul class="solo-list">
        {solo.map(({ scenarioId, title, summary, crisisType, seat, minutes, played }) => (
          <li key={scenarioId} class="card solo">
            <h3>{text(title)}</h3>
            <p>{text(summary)}</p>
            <p class="meta">
              <span class="tag">{w.type[crisisType]}</span>
              <span>{w.seat(text(seat))}</span>
              <span>{w.minutes(minutes)}</span>
              <span>{w.played(played)}</span>
            </p>
            <button
              type="button"
              class="button button--primary"
              aria-label={w.startNamed(text(title))}
              aria-disabled={starting !== null}
              onClick={() => void start(scenarioId)}
            >
              {starting === scenarioId ? w.starting : w.start}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
