import type { ImprovementAction } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { ChoiceBar } from '../../shared/ui/choice-bar.js';
import { messageOf } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

const STEPS = ['open', 'in_progress', 'done'] as const;
type Step = (typeof STEPS)[number];
const isStep = (status: string): status is Step => STEPS.some((step) => step === status);

interface Props {
  action: ImprovementAction;
  onSaved: (action: ImprovementAction) => void;
}

/** One corrective action; its owner says how far it has come. */
export function ActionCard({ action, onSaved }: Props) {
  const { w, t, say } = useWords();
  const id = useId();
  const [status, setStatus] = useState(action.status);
  const [proof, setProof] = useState(action.proof);
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<{ fault: boolean; text: string } | null>(null);

  const save = async (): Promise<void> => {
    if (working) return;
    setWorking(true);
    try {
      onSaved(await api.patch<ImprovementAction>(`/learn/actions/${action.id}`, { status, proof }));
      setSaid({ fault: false, text: w.actions.saved });
    } catch (error) {
      setSaid({ fault: true, text: messageOf(error, t) });
    }
    setWorking(false);
  };

  return (
    <section class="section card action" aria-labelledby={`${id}-what`}>
      <h2 id={`${id}-what`} class="action__what">
        {action.what}
      </h2>
      <p class="meta">
        <span class={`tag ${action.status === 'verified' ? 'tag--good' : ''}`}>
          {w.actions.status[action.status]}
        </span>
        {action.overdue && <span class="tag tag--bad">{w.actions.overdue}</span>}
        <span>{w.actions.due(action.dueOn)}</span>
        <span>{w.actions.objective(say(action.objective.title))}</span>
      </p>
      {isStep(action.status) && (
        <form
          class="hot-wash__form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <ChoiceBar
            legend={w.actions.progress}
            value={isStep(status) ? status : 'open'}
            options={STEPS.map((value) => ({ value, label: w.actions.status[value] }))}
            onChange={setStatus}
          />
          <div class="field">
            <label for={`${id}-proof`}>{w.actions.proof}</label>
            <textarea
              id={`${id}-proof`}
              class="input hot-wash__text"
              rows={2}
              maxLength={2_000}
              value={proof}
              onInput={(event) => setProof(event.currentTarget.value)}
            />
          </div>
          <p class={`small ${said?.fault ? 'field__error' : 'quiet'}`} role="status">
            {said?.text}
          </p>
          <button type="submit" class="button" aria-disabled={working}>
            {working ? w.actions.saving : w.actions.save}
          </button>
        </form>
      )}
    </section>
  );
}
