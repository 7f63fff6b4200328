import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { ProgressBar } from '../../shared/ui/progress.js';
import { Title } from '../../shared/ui/title.js';
import { stateAt, type AnswerSheet } from './sheet.js';
import { Timer } from './timer.js';

interface Props {
  sheet: AnswerSheet;
  onLeave: () => void;
  onOverview: () => void;
  onTimer: () => void;
  onTimeUp: () => void;
}

export function AttemptHeader({ sheet, onLeave, onOverview, onTimer, onTimeUp }: Props) {
  const { t, text } = useI18n();
  const { attempt, index, timerHidden } = sheet;
  const { questions, endsAt, quizTitle, kind } = attempt;
  const count = questions.length;
  const done = questions.filter((question) => stateAt(sheet, question) === 'answered').length;
  const where = index < count ? t.quiz.of(index + 1, count) : t.quiz.reviewTitle;
  return (
    <header class="focus-bar">
      <div class="focus-bar__row">
        <button type="button" class="icon-button" aria-label={t.quiz.leave} onClick={onLeave}>
          <Icon name="close" />
        </button>
        <div class="quiz-where">
          <Title class="quiz-where__title" windowTitle={text(quizTitle)}>
            {where}
          </Title>
          {kind === 'practice' && <span class="tag tag--accent">{t.quiz.practice}</span>}
        </div>
        {endsAt !== null && (
          <Timer endsAt={endsAt} hidden={timerHidden} onToggle={onTimer} onTimeUp={onTimeUp} />
        )}
        <button type="button" class="icon-button" aria-label={t.quiz.overview} onClick={onOverview}>
          <Icon name="grid" />
        </button>
      </div>
      <ProgressBar
        class="focus-bar__progress"
        percent={Math.round((done / Math.max(1, count)) * 100)}
        label={t.quiz.overviewState.answered}
      />
    </header>
  );
}
