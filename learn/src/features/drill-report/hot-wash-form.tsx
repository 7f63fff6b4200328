import type { HotWashBody } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { ChoiceBar } from '../../shared/ui/choice-bar.js';
import { messageOf } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

interface Props {
  answer: HotWashBody | null;
  onSend: (body: HotWashBody) => Promise<void>;
}

const QUESTIONS = ['kept', 'missed', 'change'] as const;
const SURE = ['before', 'after'] as const;
const STEPS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
const MAX = 1_000;

/** Three questions and two numbers; what was written stays when sending fails. */
export function HotWashForm({ answer, onSend }: Props) {
  const { w, t } = useWords();
  const id = useId();
  const [said, setSaid] = useState({
    kept: answer?.kept ?? '',
    missed: answer?.missed ?? '',
    change: answer?.change ?? '',
  });
  const [sure, setSure] = useState({
    before: String(answer?.confidenceBefore ?? ''),
    after: String(answer?.confidenceAfter ?? ''),
  });
  const [showName, setShowName] = useState(answer?.showName ?? false);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const complete =
    QUESTIONS.some((key) => said[key].trim() !== '') && sure.before !== '' && sure.after !== '';

  const submit = async (): Promise<void> => {
    if (working) return;
    if (!complete) return setFault(w.hotWash.incomplete);
    setWorking(true);
    setFault(null);
    try {
      await onSend({
        ...said,
        confidenceBefore: Number(sure.before),
        confidenceAfter: Number(sure.after),
        showName,
      });
    } catch (error) {
      setFault(messageOf(error, t));
    }
    setWorking(false);
  };

  return (
    <form
      class="hot-wash__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class="quiet">{w.hotWash.lead}</p>
      {QUESTIONS.map((key) => (
        <div key={key} class="field">
          <label for={`${id}-${key}`}>{w.hotWash[key]}</label>
          <textarea
            id={`${id}-${key}`}
            class="input hot-wash__text"
            rows={2}
            maxLength={MAX}
            value={said[key]}
            onInput={(event) => {
              const { value } = event.currentTarget;
              setSaid((now) => ({ ...now, [key]: value }));
            }}
          />
        </div>
      ))}
      {SURE.map((key) => (
        <ChoiceBar
          key={key}
          legend={w.hotWash[key]}
          value={sure[key]}
          options={STEPS}
          onChange={(value) => setSure((now) => ({ ...now, [key]: value }))}
        />
      ))}
      <p class="quiet small">{w.hotWash.scale}</p>
      <label class="hot-wash__name">
        <input
          type="checkbox"
          checked={showName}
          onChange={(event) => setShowName(event.currentTarget.checked)}
        />
        <span>{w.hotWash.showName}</span>
      </label>
      <p class="field__error small" role="alert">
        {fault}
      </p>
      <button type="submit" class="button button--primary button--wide" aria-disabled={working}>
        {working ? w.hotWash.sending : w.hotWash.send}
      </button>
    </form>
  );
}
