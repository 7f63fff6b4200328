import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { Sheet } from '../../shared/ui/sheet.js';
import { QuestionGrid } from './question-grid.js';
import type { AnswerSheet } from './sheet.js';

interface Props {
  sheet: AnswerSheet;
  onClose: () => void;
  onGoTo: (index: number) => void;
}

export function Overview({ sheet, onClose, onGoTo }: Props) {
  const { t } = useI18n();
  return (
    <Sheet title={t.quiz.overview} onClose={onClose}>
      <p class="meta">
        <span>
          <Icon name="check" size={14} /> {t.quiz.overviewState.answered}
        </span>
        <span>
          <Icon name="half" size={14} /> {t.quiz.overviewState.partial}
        </span>
        <span>
          <Icon name="flag" size={14} filled /> {t.quiz.flagged}
        </span>
      </p>
      <QuestionGrid sheet={sheet} questions={sheet.attempt.questions} onGoTo={onGoTo} />
      <button
        type="button"
        class="button button--wide"
        onClick={() => onGoTo(sheet.attempt.questions.length)}
      >
        {t.quiz.check}
      </button>
    </Sheet>
  );
}
