import type { ComponentChildren } from 'preact';
import { ApiError, LineLost } from '../api/errors.js';
import { useI18n } from '../i18n/i18n.js';
import { formatDayAndTime } from '../i18n/format.js';
import type { Catalogue } from '../i18n/zh.js';
import { Icon, type IconName } from './icons.js';
import { Title } from './title.js';

/** One sentence for whatever went wrong. */
export function messageOf(error: unknown, t: Catalogue): string {
  if (error instanceof LineLost) return t.line.needsLine;
  return error instanceof ApiError ? t.errors[error.code] : t.app.unexpected;
}

export function ErrorState({
  error,
  onRetry,
  children,
}: {
  error: Error;
  onRetry?: () => void;
  children?: ComponentChildren;
}) {
  const { t } = useI18n();
  const lost = error instanceof LineLost;
  return (
    <section class="state" role="alert">
      <Icon name={lost ? 'line-lost' : 'warning'} size={40} />
      <Title>{lost ? t.line.lostShort : t.app.errorTitle}</Title>
      <p>{messageOf(error, t)}</p>
      <p class="quiet">{t.app.errorSafe}</p>
      <div class="state__actions">
        {onRetry && (
          <button type="button" class="button button--primary" onClick={onRetry}>
            {t.app.retry}
          </button>
        )}
        {children}
      </div>
    </section>
  );
}

export function EmptyState({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <section class="state state--calm">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      <p class="quiet">{text}</p>
    </section>
  );
}

/** Grey places for what is on its way, as tall as what will come. */
export function Skeleton({ heights }: { heights: readonly number[] }) {
  const { t } = useI18n();
  return (
    <div role="status" aria-label={t.app.loading}>
      {heights.map((height, i) => (
        <div key={i} class="skeleton" style={{ height: `${height}rem` }} />
      ))}
    </div>
  );
}

/** Says that a copy from this device is shown, and from when it is. */
export function KeptLabel({ keptAt }: { keptAt: number | null }) {
  const { t, locale } = useI18n();
  if (keptAt === null) return null;
  return (
    <p class="kept" role="status">
      <Icon name="device" size={18} />
      {t.line.keptCopy(formatDayAndTime(keptAt, locale))}
    </p>
  );
}
