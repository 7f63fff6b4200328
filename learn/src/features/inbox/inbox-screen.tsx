import { textIn, type Inbox, type InboxMessage } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { EmptyState, ErrorState, KeptLabel, messageOf, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { unread } from '../../shared/unread.js';
import { en, zh } from './words.js';
import './inbox.css';

const STEP = 25;
const MOST = 100;

/** Messages, newest first. One is read once its link was followed, or all of them by the button. */
export function InboxScreen() {
  const { t, locale } = useI18n();
  const w = locale === 'en' ? en : zh;
  const [shown, setShown] = useState(STEP);
  const [trouble, setTrouble] = useState<unknown>(null);
  const { data, keptAt, error, reload, amend } = usePage<Inbox>(`inbox-${shown}`, () =>
    api.get('/learn/inbox', { perPage: String(shown) }),
  );
  const open = data?.unread ?? null;
  useEffect(() => {
    if (open !== null && keptAt === null) unread.set(open);
  }, [open, keptAt]);
  if (error) return <ErrorState error={error} onRetry={reload} />;

  const read = async (ids?: string[]) => {
    try {
      await api.post('/learn/inbox/read', ids ? { ids } : {});
      setTrouble(null);
      amend((now) => ({
        ...now,
        unread: ids ? Math.max(0, now.unread - ids.length) : 0,
        items: now.items.map((one) =>
          !ids || ids.includes(one.id) ? { ...one, readAt: one.readAt ?? new Date().toISOString() } : one,
        ),
      }));
    } catch (refusal) {
      setTrouble(refusal);
    }
  };
  return (
    <>
      <div class="inbox__head">
        <Title>{w.title}</Title>
        {data && data.unread > 0 && (
          <button type="button" class="link-button" onClick={() => void read()}>
            {w.allRead}
          </button>
        )}
      </div>
      <KeptLabel keptAt={keptAt} />
      {trouble !== null && <p role="alert">{messageOf(trouble, t)}</p>}
      {!data && <Skeleton heights={[7, 7, 7]} />}
      {data?.total === 0 && <EmptyState icon="bell" title={w.empty} text={w.emptyText} />}
      <ul class="inbox">
        {data?.items.map((message) => (
          <Message
            key={message.id}
            message={message}
            onFollow={() => message.readAt === null && void read([message.id])}
          />
        ))}
      </ul>
      {data && data.total > shown && shown < MOST && (
        <button type="button" class="button" onClick={() => setShown(MOST)}>
          {w.more}
        </button>
      )}
    </>
  );
}

function Message({ message, onFollow }: { message: InboxMessage; onFollow: () => void }) {
  const { locale } = useI18n();
  const w = locale === 'en' ? en : zh;
  const isNew = message.readAt === null;
  // The console is another application.
  const outside = message.link.startsWith('/admin');
  return (
    <li class={isNew ? 'card inbox__item inbox__item--new' : 'card inbox__item'}>
      <p class="inbox__meta">
        {isNew && <span class="inbox__new">{w.isNew}</span>}
        <time dateTime={message.at}>{formatDayAndTime(Date.parse(message.at), locale)}</time>
      </p>
      <h2>{textIn(message.title, locale)}</h2>
      <p class="inbox__body">{textIn(message.body, locale)}</p>
      {outside ? (
        <a href={message.link} class="button" onClick={onFollow}>
          {w.open}
        </a>
      ) : (
        <Link href={message.link} class="button" onClick={onFollow}>
          {w.open}
        </Link>
      )}
    </li>
  );
}
