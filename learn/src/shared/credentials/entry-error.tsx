import { ApiError, LineLost } from '../api/errors.js';
import { useI18n } from '../i18n/i18n.js';
import { Icon } from '../ui/icons.js';
import { messageOf } from '../ui/states.js';

/** Why one may not come in yet; a pause is told in seconds. */
export function EntryError({ error }: { error: unknown }) {
  const { t } = useI18n();
  const seconds =
    error instanceof ApiError && error.code === 'auth.throttled' ? error.retryAfterSeconds : null;
  const text =
    typeof error === 'string'
      ? error
      : error instanceof LineLost
        ? t.line.lostShort
        : seconds
          ? t.signIn.throttled(seconds)
          : messageOf(error, t);
  return (
    <p class="alert" role="alert">
      <Icon name="warning" size={20} />
      <span>{text}</span>
    </p>
  );
}
