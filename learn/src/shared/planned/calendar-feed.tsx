import { useId, useState } from 'preact/hooks';
import { api } from '../api/client.js';
import { formatDayAndTime } from '../i18n/format.js';
import { useI18n } from '../i18n/i18n.js';
import { messageOf } from '../ui/states.js';
import { Sheet } from '../ui/sheet.js';
import { en, zh } from './feed-words.js';
import './planned.css';

interface Props {
  /** When the present address was made; null: there is none. */
  since: string | null;
  onMade: () => void;
}

/** The secret address by which the calendar of the person stays up to date. It is shown once; only its hash is kept. */
export function CalendarFeed({ since, onMade }: Props) {
  const { t, locale } = useI18n();
  const w = locale === 'en' ? en : zh;
  const heading = useId();
  const [url, setUrl] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const make = async () => {
    setAsking(false);
    if (working) return;
    setWorking(true);
    setError(null);
    try {
      const made = await api.post<{ url: string }>('/learn/calendar/feed');
      setUrl(made.url);
      setCopied(false);
      onMade();
    } catch (refusal) {
      setError(refusal as Error);
    } finally {
      setWorking(false);
    }
  };
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <section class="section card feed-link" aria-labelledby={heading}>
      <h2 id={heading} class="section__title">
        {w.title}
      </h2>
      <p class="quiet small">{w.text}</p>
      {since && !url && <p class="small">{w.since(formatDayAndTime(Date.parse(since), locale))}</p>}
      {error && (
        <p class="field__error small" role="alert">
          {messageOf(error, t)}
        </p>
      )}
      {url && (
        <div class="field">
          <label for="feed-link">{w.label}</label>
          <input
            id="feed-link"
            class="input"
            type="text"
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p class="quiet small" role="status">
            {copied ? w.copied : w.secret}
          </p>
        </div>
      )}
      <div class="feed-link__actions">
        {url && (
          <>
            <a class="button button--primary" href={url.replace(/^https?:/, 'webcal:')}>
              {w.open}
            </a>
            {'clipboard' in navigator && (
              <button type="button" class="button" onClick={() => void copy(url)}>
                {w.copy}
              </button>
            )}
          </>
        )}
        {!url && (
          <button
            type="button"
            class="button"
            aria-disabled={working}
            onClick={() => (since ? setAsking(true) : void make())}
          >
            {since ? w.renew : w.make}
          </button>
        )}
      </div>
      {asking && (
        <Sheet title={w.renewTitle} onClose={() => setAsking(false)}>
          <p>{w.renewText}</p>
          <div class="sheet__actions">
            <button type="button" class="button button--primary" onClick={() => void make()}>
              {w.renew}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {w.keep}
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
