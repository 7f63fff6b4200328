import { online } from '../connection.js';
import { formatTime } from '../i18n/format.js';
import { useI18n } from '../i18n/i18n.js';
import { Icon } from './icons.js';
import { useStore } from '../use-store.js';

interface Props {
  waiting: boolean;
  /** Milliseconds; null before the first save. */
  savedAt: number | null;
}

/** Saved, being saved, or kept here: always in sight. */
export function SaveState({ waiting, savedAt }: Props) {
  const { t, locale } = useI18n();
  const reachable = useStore(online);
  const [icon, text] = !reachable
    ? (['device', t.lesson.keptHere] as const)
    : waiting
      ? (['again', t.lesson.saving] as const)
      : savedAt !== null
        ? (['saved', t.lesson.saved(formatTime(savedAt, locale))] as const)
        : (['saved', ''] as const);
  return (
    <p class="save-state" data-testid="save-state" role="status">
      {text && <Icon name={icon} size={16} />}
      {text}
    </p>
  );
}
