import { online } from '../../shared/connection.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { useStore } from '../../shared/use-store.js';

interface Props {
  waiting: number;
  timed: boolean;
  notice: 'other-device' | 'changed' | null;
  practice: boolean;
}

/** What one should know while answering: the line, another device, that this is practice. */
export function AttemptBanners({ waiting, timed, notice, practice }: Props) {
  const { t } = useI18n();
  const reachable = useStore(online);
  return (
    <div class="banners">
      {practice && <p class="quiet small">{t.quiz.practiceNote}</p>}
      <div aria-live="polite">
        {!reachable && (
          <p class="alert alert--warn" data-testid="line-banner">
            <Icon name="line-lost" size={20} />
            <span>
              {waiting > 0 ? t.quiz.keptHere(waiting) : t.quiz.keptNone}
              {timed && (
                <>
                  <br />
                  {t.quiz.clockGoesOn}
                </>
              )}
            </span>
          </p>
        )}
        {notice && (
          <p class="alert alert--info">
            <Icon name="info" size={20} />
            <span>{notice === 'changed' ? t.quiz.changedElsewhere : t.quiz.otherDevice}</span>
          </p>
        )}
      </div>
    </div>
  );
}
