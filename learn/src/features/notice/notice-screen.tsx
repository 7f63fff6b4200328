import { textIn, type Me, type MyNotice } from '@readyroom/contract';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { ApiError } from '../../shared/api/errors.js';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { signOut, welcome } from '../../shared/session/session.js';
import { NoticeText } from '../../shared/ui/notice-text.js';
import { LanguageChoice } from '../../shared/ui/reading-settings.js';
import { ErrorState, messageOf, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { en, zh } from './words.js';
import './notice.css';

/** Before anything else: what is done with one's data. Asked once for each version. */
export function NoticeScreen() {
  const { t, locale } = useI18n();
  const words = locale === 'en' ? en : zh;
  const [mine, setMine] = useState<MyNotice | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [declined, setDeclined] = useState(false);
  const load = useCallback(() => {
    setFailed(null);
    api.get<MyNotice>('/me/notice').then(setMine, setFailed);
  }, []);
  useEffect(load, [load]);

  const enter = async (): Promise<void> => welcome(await api.get<Me>('/me'));
  const accept = async (version: number): Promise<void> => {
    setBusy(true);
    setRefused(null);
    try {
      await api.post('/me/notice/accept', { version, locale });
      await enter();
    } catch (refusal) {
      setRefused(refusal);
      // Another version was published while this one was being read.
      if (refusal instanceof ApiError && refusal.code === 'notice.outdated') load();
      setBusy(false);
    }
  };
  const leave = () => void signOut(false).catch(setRefused);

  const notice = mine?.notice;
  return (
    <main class="notice" id="content">
      {failed && <ErrorState error={failed} onRetry={load} />}
      {!mine && !failed && <Skeleton heights={[3, 20, 4]} />}
      {refused !== null && (
        <p class="alert" role="alert">
          {messageOf(refused, t)}
        </p>
      )}
      {mine && !notice && (
        <button type="button" class="button button--primary" onClick={() => void enter()}>
          {words.accept}
        </button>
      )}
      {notice && !declined && (
        <>
          <header>
            <Title>{words.title}</Title>
            <p class="quiet">{notice.version > 1 ? words.newer : words.lead}</p>
          </header>
          <div class="notice__text">
            <NoticeText text={textIn(notice.text, locale)} level="h2" />
            {mine.contacts.length > 0 && (
              <p>
                {words.contacts} {mine.contacts.join(words.separator)}
              </p>
            )}
            <p class="quiet small">
              {words.version(notice.version, formatInstantDay(notice.publishedAt, locale))}
            </p>
          </div>
          <div class="notice__actions">
            <button
              type="button"
              class="button button--primary"
              disabled={busy}
              onClick={() => void accept(notice.version)}
            >
              {busy ? words.accepting : words.accept}
            </button>
            <button type="button" class="button button--plain" onClick={() => setDeclined(true)}>
              {words.decline}
            </button>
          </div>
        </>
      )}
      {mine && notice && declined && (
        <section class="stack">
          <Title>{words.declinedTitle}</Title>
          <p>
            {mine.contacts.length > 0
              ? `${words.declinedText} ${mine.contacts.join(words.separator)}`
              : words.declinedNobody}
          </p>
          <button type="button" class="button button--primary" onClick={() => setDeclined(false)}>
            {words.back}
          </button>
          <button type="button" class="button" onClick={leave}>
            {words.signOut}
          </button>
        </section>
      )}
      <LanguageChoice />
    </main>
  );
}
