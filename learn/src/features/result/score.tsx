import type { AttemptResult } from '@readyroom/contract';
import { formatNumber } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';

/** The verdict in words, the score as a number and as a bar with the pass line across it. */
export function Score({ result }: { result: AttemptResult }) {
  const { t, locale } = useI18n();
  const { scorePercent, passPercent, passed, kind, questions, wrong } = result;
  const practice = kind === 'practice';
  return (
    <section class={`score card ${passed && !practice ? 'score--passed' : ''}`}>
      <p class="score__verdict">
        <Icon name={practice ? 'again' : passed ? 'done' : 'info'} size={24} />
        {practice ? t.result.practiceDone : passed ? t.result.passed : t.result.failed}
      </p>
      <p class="score__number">{t.result.score(scorePercent)}</p>
      {!practice && (
        <div class="score__scale" role="img" aria-label={t.result.scoreLabel(scorePercent, passPercent)}>
          <div class="score__fill" style={{ width: `${scorePercent}%` }} />
          <div class="score__line" style={{ left: `${passPercent}%` }} />
          <span
            class={`score__line-label ${passPercent > 50 ? 'score__line-label--left' : ''}`}
            style={{ left: `${passPercent}%` }}
          >
            {t.result.passLine(passPercent)}
          </span>
        </div>
      )}
      <p class="meta">
        <span>{t.result.right(questions.length - wrong, questions.length)}</span>
        <span>
          {t.result.points(formatNumber(result.points, locale), formatNumber(result.maxPoints, locale))}
        </span>
      </p>
      {result.finishedBy === 'time' && <p class="quiet">{t.result.byTime}</p>}
      {result.courseCompleted && !practice && <p>{t.result.courseDone}</p>}
      {!practice && !passed && result.attemptsLeft !== null && (
        <p class="quiet">{t.result.attemptsLeft(result.attemptsLeft)}</p>
      )}
    </section>
  );
}
