import type { LessonPage } from '@readyroom/contract';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { SaveState } from '../../shared/ui/save-state.js';

interface Props {
  page: LessonPage;
  waiting: boolean;
  savedAt: number | null;
  onBack: () => void;
  onNext: () => void;
}

export function LessonFooter({ page, waiting, savedAt, onBack, onNext }: Props) {
  const { t } = useI18n();
  const toQuiz = page.next.kind === 'quiz';
  return (
    <footer class="foot">
      <div class="foot__row">
        <button type="button" class="button foot__back" disabled={!page.previousLessonId} onClick={onBack}>
          <Icon name="arrow-left" size={20} />
          {t.lesson.back}
        </button>
        <SaveState waiting={waiting} savedAt={savedAt} />
        <button
          type="button"
          class="button button--primary foot__next"
          title={toQuiz ? t.lesson.nextQuiz(page.next.title) : t.lesson.nextIs(page.next.title)}
          onClick={onNext}
        >
          {toQuiz ? t.lesson.finish : t.lesson.next}
          <Icon name="arrow-right" size={20} />
        </button>
      </div>
    </footer>
  );
}
