import { useEffect } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useI18n } from '../shared/i18n/i18n.js';
import { useSignedIn } from '../shared/session/use-signed-in.js';
import { Icon } from '../shared/ui/icons.js';
import { refreshUnread, unread } from '../shared/unread.js';
import { useStore } from '../shared/use-store.js';

const MOST = 99;

/** The way to the messages, with how many are new. Asks when a screen opens and when the app comes back into view. */
export function Bell() {
  const { t } = useI18n();
  const { me } = useSignedIn();
  const [path] = useLocation();
  const count = useStore(unread) ?? 0;
  useEffect(() => void refreshUnread(me.id), [path, me.id]);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void refreshUnread(me.id);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [me.id]);
  return (
    <Link
      href="/inbox"
      class="icon-button bell"
      aria-label={count > 0 ? t.app.inboxUnread(count) : t.app.inbox}
      aria-current={path === '/inbox' ? 'page' : undefined}
    >
      <Icon name="bell" />
      {count > 0 && (
        <span class="bell__count" aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
