import { useI18n } from '../../../shared/i18n/i18n.js';
import { Icon } from '../../../shared/ui/icons.js';
import { textWidth } from '../../../shared/text-width.js';
import type { InputProps } from './input-props.js';

const LETTERS = 'ABCDEFGHIJ';
/** What a native list shows in one line on a phone, in units of `textWidth`. */
const FITS = 190;

/** Texts too long for a native list get a letter and stand in full above. */
export function MatchingInput({ question, answer, onAnswer }: InputProps) {
  const { t, text } = useI18n();
  const long = question.targets.some((target) => textWidth(text(target.text)) > FITS);
  const pairs = answer?.type === 'matching' ? answer.pairs : [];
  const set = (left: string, right: string) => {
    const others = pairs.filter((pair) => pair.left !== left);
    onAnswer({ type: 'matching', pairs: right === '' ? others : [...others, { left, right }] });
  };
  return (
    <div class="matching">
      {long && (
        <div class="matching__targets">
          <p class="quiet small">{t.quiz.matchTargets}</p>
          <ul>
            {question.targets.map((target, i) => (
              <li key={target.id}>
                <strong>{LETTERS[i]}</strong>
                <span>{text(target.text)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {question.options.map((option) => (
        <label key={option.id} class="matching__row">
          <span>{text(option.text)}</span>
          <span class="select">
            <select
              class="input"
              aria-label={t.quiz.matchFor(text(option.text))}
              value={pairs.find(({ left }) => left === option.id)?.right ?? ''}
              onChange={(event) => set(option.id, event.currentTarget.value)}
            >
              <option value="">{t.quiz.pleaseChoose}</option>
              {question.targets.map((target, i) => (
                <option key={target.id} value={target.id}>
                  {long && `${LETTERS[i]} · `}
                  {text(target.text)}
                </option>
              ))}
            </select>
            <Icon name="chevron" size={20} />
          </span>
        </label>
      ))}
    </div>
  );
}
