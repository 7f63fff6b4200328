import type { HotWashBody } from '@readyroom/contract';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ChoiceBar } from '../../shared/ui/choice-bar.js';
import { answerOf, QUESTIONS, SURE, type HotWashDraft } from './hot-wash-draft.js';
import { useWords } from './use-words.js';

interface Props {
  draft: HotWashDraft;
  onDraft: (draft: HotWashDraft) => void;
  onSend: (body: HotWashBody) => Promise<void>;
  /** Beside the button: what becomes of it. */
  children?: ComponentChildren;
}

const STEPS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
const MAX = 1_000;

/** Three questions and two numbers. */
export function HotWashForm({ draft, onDraft, onSend, children }: Props) {
  const { w } = useWords();
  const id = useId();
  const { said, sure, showName } = draft;
  const [tried, setTried] = useState(false);
  const answer = answerOf(draft);
  const submit = (): void => {
    setTried(true);
    if (answer) void onSend(answer);
  };
  return (
    <form
      class="hot-wash__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
            onInput={(event) => onDraft({ ...draft, said: { ...said, [key]: event.currentTarget.value } })}
          />
        </div>
      ))}
      {SURE.map((key) => (
        <ChoiceBar
          key={key}
          legend={w.hotWash[key]}
          value={sure[key]}
          options={STEPS}
          onChange={(value) => onDraft({ ...draft, sure: { ...sure, [key]: value } })}
        />
      ))}
      <p class="quiet small">{w.hotWash.scale}</p>
      <label class="hot-wash__name">
        <input
          type="checkbox"
          checked={showName}
          onChange={(event) => onDraft({ ...draft, showName: event.currentTarget.checked })}
        />
        <span>{w.hotWash.showName}</span>
      </label>
      <p class="field__error small" role="alert">
        {tried && !answer && w.hotWash.incomplete}
      </p>
      {children}
      <button type="submit" class="button button--primary button--wide">
        {w.hotWash.send}
      </button>
    </form>
  );
}
