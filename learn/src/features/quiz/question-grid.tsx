import type { AttemptQuestion } from '@readyroom/contract';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { stateAt, type AnswerSheet } from './sheet.js';

interface Props {
  sheet: AnswerSheet;
  questions: readonly AttemptQuestion[];
  onGoTo: (index: number) => void;
}

/** Numbers to jump to; state by mark and by name, not by colour alone. */
export function QuestionGrid({ sheet, questions, onGoTo }: Props) {
  const { t } = useI18n();
  return (
    <ul class="grid">
      {questions.map((question) => {
        const index = sheet.attempt.questions.indexOf(question);
        const state = stateAt(sheet, question);
        const flag = sheet.flags.includes(question.position);
        return (
          <li key={question.position}>
            <button
              type="button"
              class={`grid__cell grid__cell--${state}`}
              aria-label={t.quiz.goTo(index + 1, t.quiz.overviewState[state], flag)}
              aria-current={index === sheet.index ? 'step' : undefined}
              onClick={() => onGoTo(index)}
            >
              {index + 1}
              <span class="grid__mark">
                {flag && <Icon name="flag" size={14} filled />}
                {state === 'answered' && <Icon name="check" size={14} />}
                {state === 'partial' && <Icon name="half" size={14} />}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
