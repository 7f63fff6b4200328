import type { CardView } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { isTyping } from '../../../shared/ui/keys.js';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { Countdown } from '../parts/countdown.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { CardInject } from './card-inject.js';
import { Confidence } from './confidence.js';
import { DueCall } from './due-call.js';

const LONGEST_RATIONALE = 1_000;

/** One decision: what is asked, what happens without an answer, and the answers as large rows. */
export function CardForm({ one, others }: { one: CardView; others: number }) {
  const { w, text } = useWords();
  const { stage, view, act } = useDrillRun();
  const { card, inject } = one;
  const id = useId();
  const [folded, setFolded] = useState(false);
  const [option, setOption] = useState<string | null>(null);
  const [confidence, setConfidence] = useState(50);
  const [rationale, setRationale] = useState('');
  const [tried, setTried] = useState(false);
  const standard = card.options.find(({ key }) => key === card.default);

  const send = async () => {
    setTried(true);
    if (option === null) return;
    await act({
      kind: 'decide',
      card: card.key,
      option,
      confidence,
      rationale: rationale.trim().slice(0, LONGEST_RATIONALE),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event) || !/^[1-9]$/.test(event.key)) return;
    const chosen = card.options[Number(event.key) - 1];
    if (!chosen) return;
    event.preventDefault();
    setFolded(false);
    setOption(chosen.key);
  };
  return (
    // The keys are those of the options within; each can be reached without them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section class="dock__card" aria-labelledby={`${id}-prompt`} onKeyDown={onKey}>
      <div class="dock__head">
        <Countdown from={view.delivered.get(inject) ?? card.dueAt} dueAt={card.dueAt} />
        <span class="quiet small">{w.card.due(timeOfDay(stage.startsAt, card.dueAt))}</span>
        <button
          type="button"
          class="icon-button"
          aria-expanded={!folded}
          aria-controls={`${id}-body`}
          aria-label={folded ? w.card.expand : w.card.collapse}
          onClick={() => setFolded(!folded)}
        >
          <Icon name={folded ? 'up' : 'down'} size={20} />
        </button>
      </div>
      {!folded && <CardInject inject={inject} />}
      <h2 id={`${id}-prompt`} class={`dock__prompt ${folded ? 'dock__prompt--folded' : ''}`} tabIndex={-1}>
        {text(card.prompt)}
      </h2>
      <DueCall dueAt={card.dueAt} />
      <div id={`${id}-body`} class="dock__body" hidden={folded}>
        {others > 0 && <p class="quiet small">{w.card.more(others)}</p>}
        {standard && <p class="dock__default">{w.card.default(text(standard.label))}</p>}
        <fieldset class="dock__options">
          <legend class="visually-hidden">{w.card.options}</legend>
          {card.options.map(({ key, label }, i) => (
            <label key={key} class="dock__option">
              <input
                type="radio"
                name={`${id}-option`}
                checked={option === key}
                onChange={() => setOption(key)}
              />
              <span class="dock__number" aria-hidden="true">
                {i + 1}
              </span>
              <span>
                {text(label)}
                {key === card.default && <span class="tag dock__tag">{w.card.isDefault}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <Confidence value={confidence} onChange={setConfidence} />
        <details class="fold">
          <summary>{w.card.rationale}</summary>
          <textarea
            class="input"
            rows={2}
            maxLength={LONGEST_RATIONALE}
            aria-label={w.card.rationale}
            value={rationale}
            onInput={(event) => setRationale(event.currentTarget.value)}
          />
        </details>
        <p class="dock__keys quiet small">{w.card.keys}</p>
        <div class="dock__foot">
          <p class="field__error small" role="status">
            {tried && option === null && w.card.choose}
          </p>
          <button
            type="button"
            class="button button--primary button--wide dock__send"
            aria-disabled={option === null}
            onClick={() => void send()}
          >
            {w.card.send}
          </button>
        </div>
      </div>
    </section>
  );
}
