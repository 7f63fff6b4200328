import type { ResultQuestion } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon, type IconName } from '../../shared/ui/icons.js';
import { AnswerText } from './answer-text.js';

type Mark = 'full' | 'partial' | 'wrong';
const ICON: Record<Mark, IconName> = { full: 'done', partial: 'half', wrong: 'cross' };

const markOf = ({ points, maxPoints }: ResultQuestion): Mark =>
  points >= maxPoints ? 'full' : points > 0 ? 'partial' : 'wrong';

/** Every question with both answers and the reason; those that went wrong stand open. */
export function QuestionList({ questions }: { questions: readonly ResultQuestion[] }) {
  const { t } = useI18n();
  const wrong = questions.filter((question) => markOf(question) !== 'full');
  const [onlyWrong, setOnlyWrong] = useState(false);
  return (
    <section class="section" aria-labelledby="by-question">
      <div class="review-head">
        <h2 id="by-question" class="section__title">
          {t.result.questions}
        </h2>
        {wrong.length > 0 && wrong.length < questions.length && (
          <button
            type="button"
            class="link-button"
            aria-pressed={onlyWrong}
            onClick={() => setOnlyWrong(!onlyWrong)}
          >
            {onlyWrong ? t.result.showAll : t.result.showWrong}
          </button>
        )}
      </div>
      <ol class="review">
        {(onlyWrong ? wrong : questions).map((question) => (
          <QuestionReview key={question.position} question={question} />
        ))}
      </ol>
    </section>
  );
}

function QuestionReview({ question }: { question: ResultQuestion }) {
  const { t, text } = useI18n();
  const mark = markOf(question);
  return (
    <li class="card">
      <details open={mark !== 'full'}>
        <summary>
          <span class={`review__mark review__mark--${mark}`}>
            <Icon name={ICON[mark]} size={22} />
            <span class="visually-hidden">{t.result[mark]}</span>
          </span>
          <span class="review__prompt">
            {question.position}. {text(question.prompt)}
          </span>
          <Icon name="chevron" size={18} />
        </summary>
        <dl class="review__answers">
          <div>
            <dt>{t.result.yours}</dt>
            <dd>
              <AnswerText question={question} answer={question.yourAnswer} />
            </dd>
          </div>
          {mark !== 'full' && (
            <div class="review__correct">
              <dt>{t.result.correct}</dt>
              <dd>
                <AnswerText question={question} answer={question.correctAnswer} correct />
              </dd>
            </div>
          )}
          <div>
            <dt>{t.result.reason}</dt>
            <dd>{text(question.rationale)}</dd>
          </div>
        </dl>
      </details>
    </li>
  );
}
