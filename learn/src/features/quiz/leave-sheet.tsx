import { useI18n } from '../../shared/i18n/i18n.js';
import { Sheet } from '../../shared/ui/sheet.js';

/** Only for timed attempts: leaving is free, but the clock is not. */
export function LeaveSheet({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useI18n();
  return (
    <Sheet title={t.quiz.leave} onClose={onStay}>
      <p>{t.quiz.leaveTimed}</p>
      <div class="sheet__actions">
        <button type="button" class="button button--primary" onClick={onStay}>
          {t.quiz.stay}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t.quiz.leave}
        </button>
      </div>
    </Sheet>
  );
}
