import { textIn, type MyNotice } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { NoticeText } from '../../shared/ui/notice-text.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { Correction } from './correction.js';
import { OwnData } from './own-data.js';
import { en, zh, type Words } from './words.js';
import './my-data.css';

/** What is kept about me, what I was told about it, and what I can ask for. */
export function MyDataScreen() {
  const { locale } = useI18n();
  const w = locale === 'en' ? en : zh;
  return (
    <>
      <Title>{w.title}</Title>
      <p class="quiet">{w.lead}</p>
      <Details w={w} />
      <Correction w={w} />
      <section class="section stack">
        <h2 class="section__title">{w.take}</h2>
        <OwnData />
      </section>
      <Notice w={w} />
    </>
  );
}

function Details({ w }: { w: Words }) {
  const { t } = useI18n();
  const { me } = useSignedIn();
  const facts = {
    name: me.name,
    englishName: me.englishName,
    employeeNo: me.employeeNo,
    email: me.email,
    department: me.department.name,
    tier: t.tier[me.tier],
  };
  return (
    <section class="section">
      <h2 class="section__title">{w.who}</h2>
      <dl class="card my-data">
        {(Object.keys(facts) as (keyof typeof facts)[]).map((key) => (
          <div key={key}>
            <dt class="quiet">{w.fields[key]}</dt>
            <dd>{facts[key] ?? w.none}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet small">{w.all}</p>
    </section>
  );
}

function Notice({ w }: { w: Words }) {
  const { locale } = useI18n();
  const { data, keptAt, error, reload } = usePage<MyNotice>('my-notice', () => api.get('/me/notice'));
  const notice = data?.notice;
  return (
    <section class="section">
      <h2 class="section__title">{w.notice}</h2>
      <KeptLabel keptAt={keptAt} />
      {error && <ErrorState error={error} onRetry={reload} />}
      {!data && !error && <Skeleton heights={[6]} />}
      {data && !notice && <p class="quiet">{w.noNotice}</p>}
      {data && notice && (
        <details class="card my-data__notice">
          <summary>
            {w.accepted(notice.version, formatInstantDay(data.acceptedAt ?? notice.publishedAt, locale))}
          </summary>
          <div class="my-data__text">
            <NoticeText text={textIn(notice.text, locale)} level="h3" />
            {data.contacts.length > 0 && (
              <p>
                {w.contacts} {data.contacts.join(w.separator)}
              </p>
            )}
          </div>
        </details>
      )}
    </section>
  );
}
