import { useState } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { QuestionGrid } from './question-grid.js';
import { stateAt, type AnswerSheet } from './sheet.js';

interface Props {
  sheet: AnswerSheet;
  onGoTo: (index: number) => void;
  onSubmit: () => void;
}

/** What is still open or flagged, before it is too late. */
export function LastLook({ sheet, onGoTo, onSubmit }: Props) {
  const { t } = useI18n();
  const [submitting, setSubmitting] = useState(false);
  const { questions } = sheet.attempt;
  const unfinished = questions.filter((question) => stateAt(sheet, question) !== 'answered');
  const flags = questions.filter(({ position }) => sheet.flags.includes(position));
  return (
    <section class="last-look">
      <h2 id="prompt" class="question__prompt" tabIndex={-1}>
        {t.quiz.reviewTitle}
      </h2>
      {unfinished.length === 0 ? (
        <p class="alert alert--good">
          <Icon name="done" size={20} />
          <span>{t.quiz.allAnswered}</span>
        </p>
      ) : (
        <div class="stack">
          <p class="alert alert--warn">
            <Icon name="warning" size={20} />
            <span>{t.quiz.unanswered(unfinished.length)}</span>
          </p>
          <QuestionGrid sheet={sheet} questions={unfinished} onGoTo={onGoTo} />
        </div>
      )}
      {flags.length > 0 && (
        <div class="stack">
          <p>{t.quiz.flaggedList(flags.length)}</p>
          <QuestionGrid sheet={sheet} questions={flags} onGoTo={onGoTo} />
        </div>
      )}
      <div>
        <button
          type="button"
          class="button button--primary button--wide"
          aria-disabled={submitting}
          onClick={() => {
            if (submitting) return;
            setSubmitting(true);
            onSubmit();
          }}
        >
          {submitting ? t.quiz.submitting : t.quiz.submit}
        </button>
        <p class="quiet small last-look__once">{t.quiz.submitOnce}</p>
      </div>
    </section>
  );
}
