import type { Locale } from '@readyroom/contract';
import { useLocation } from 'wouter-preact';
import { briefingWords } from '../features/briefing/index.js';
import { online } from '../shared/connection.js';
import { useI18n } from '../shared/i18n/i18n.js';
import type { Catalogue } from '../shared/i18n/zh.js';
import { waiting, type Outgoing } from '../shared/offline/outbox-queue.js';
import { useOutboxState, useSignedIn } from '../shared/session/use-signed-in.js';
import { Icon } from '../shared/ui/icons.js';
import { useStore } from '../shared/use-store.js';
import { newVersion } from './new-version.js';

const nameOf = (item: Outgoing, t: Catalogue, locale: Locale): string =>
  ({
    answers: t.line.refusedAnswers,
    submit: t.line.refusedSubmit,
    progress: t.line.refusedProgress,
    locale: t.line.refusedLocale,
    drill: t.line.refusedDrill,
    observation: t.line.refusedObservation,
    photo: t.line.refusedPhoto,
    hot_wash: t.line.refusedHotWash,
    briefing: briefingWords(locale).refused,
  })[item.kind];

/** What concerns the whole app: the line, what waits, what was refused, a new version. */
export function Notices() {
  const [path] = useLocation();
  const reading = /\/(lessons|quiz)\/|^\/drills\/[0-9a-f-]{36}$/.test(path);
  return (
    <div aria-live="polite">
      <Refusals />
      {/* Lessons, quizzes and drills tell the state of the line in their own place, without moving what is being read. */}
      {!reading && <LineNotice />}
      {!reading && <NewVersionNotice />}
    </div>
  );
}

function LineNotice() {
  const { t } = useI18n();
  const { outbox } = useSignedIn();
  const { entries, sending } = useOutboxState();
  const reachable = useStore(online);
  const count = waiting(entries).length;
  if (reachable && (count === 0 || sending)) return null;
  return (
    <div class="notice">
      <Icon name={reachable ? 'device' : 'line-lost'} size={20} />
      <div class="notice__text">
        {!reachable && <p>{t.line.lost}</p>}
        {count > 0 && <p>{t.line.waiting(count)}</p>}
      </div>
      {reachable && (
        <button type="button" class="link-button" onClick={() => void outbox.flush()}>
          {t.line.sendNow}
        </button>
      )}
    </div>
  );
}

function Refusals() {
  const { t, locale } = useI18n();
  const { outbox } = useSignedIn();
  const refused = useOutboxState().entries.filter((entry) => entry.refused !== null);
  return (
    <>
      {refused.map((entry) => (
        <div class="notice notice--bad" key={entry.id}>
          <Icon name="warning" size={20} />
          <p>
            <strong>{t.line.refusedTitle}</strong> · {nameOf(entry.item, t, locale)}
            <br />
            {entry.refused && t.errors[entry.refused]}
          </p>
          <button type="button" class="link-button" onClick={() => void outbox.dismiss(entry.id)}>
            {t.line.dismiss}
          </button>
        </div>
      ))}
    </>
  );
}

function NewVersionNotice() {
  const { t } = useI18n();
  const worker = useStore(newVersion);
  if (!worker) return null;
  return (
    <div class="notice notice--news">
      <Icon name="info" size={20} />
      <p>{t.app.newVersion}</p>
      <button type="button" class="link-button" onClick={() => worker.postMessage('take-over')}>
        {t.app.reload}
      </button>
    </div>
  );
}
