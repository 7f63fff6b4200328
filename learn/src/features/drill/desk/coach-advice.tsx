import type { CoachNote, CoachNotes, PlayerAction } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api/client.js';
import { Icon } from '../../../shared/ui/icons.js';
import { messageOf } from '../../../shared/ui/states.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';

type Draft = Pick<Extract<PlayerAction, { kind: 'draft_statement' }>, 'text' | 'elements' | 'outlets'>;
interface Props {
  draft: Draft;
  /** Whether there is something to look at. */
  ready: boolean;
}

/** What a coach would say to the draft as it stands. It is asked for; it never stands in the way. */
export function CoachAdvice({ draft, ready }: Props) {
  const { w, t, text } = useWords();
  const { runId } = useDrillRun();
  const [notes, setNotes] = useState<CoachNote[] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [working, setWorking] = useState(false);
  const ask = async () => {
    setWorking(true);
    setError(null);
    try {
      setNotes((await api.post<CoachNotes>(`/drills/${runId}/coach`, draft)).notes);
    } catch (refusal) {
      setError(refusal as Error);
    }
    setWorking(false);
  };
  return (
    <section class="coach">
      <button
        type="button"
        class="button button--wide"
        aria-disabled={!ready || working}
        onClick={() => ready && !working && void ask()}
      >
        <Icon name="tip" size={18} />
        {w.statement.coach}
      </button>
      <p class="quiet small">{w.statement.coachNote}</p>
      <div aria-live="polite">
        {error && <p class="alert">{messageOf(error, t)}</p>}
        {notes?.length === 0 && <p class="alert alert--good">{w.statement.coachNone}</p>}
        {notes !== null && notes.length > 0 && (
          <ul class="coach__notes">
            {notes.map(({ code, weight, quote, advice }, i) => (
              <li key={`${code}${i}`}>
                <p>
                  <span class={`tag ${weight === 'fix' ? 'tag--warn' : ''}`}>
                    {w.statement.coachWeight[weight]}
                  </span>
                  {quote && <q class="coach__quote">{quote}</q>}
                </p>
                <p>{text(advice)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
