import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { messageOf } from '../../shared/ui/states.js';
import { Sheet } from '../../shared/ui/sheet.js';
import { useWords } from './use-words.js';

interface Props {
  /** When the present address was made; null: there is none. */
  since: string | null;
  onMade: () => void;
}

/** The secret address by which the calendar of the person stays up to date. It is shown once; only its hash is kept. */
export function CalendarFeed({ since, onMade }: Props) {
  const { w, t, locale } = useWords();
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
        {w.feedTitle}
      </h2>
      <p class="quiet small">{w.feedText}</p>
      {since && !url && <p class="small">{w.feedSince(formatDayAndTime(Date.parse(since), locale))}</p>}
      {error && (
        <p class="field__error small" role="alert">
          {messageOf(error, t)}
        </p>
      )}
      {url && (
        <div class="field">
          <label for="feed-link">{w.feedLabel}</label>
          <input
            id="feed-link"
            class="input"
            type="text"
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p class="quiet small" role="status">
            {copied ? w.feedCopied : w.feedSecret}
          </p>
        </div>
      )}
      <div class="feed-link__actions">
        {url && (
          <>
            <a class="button button--primary" href={url.replace(/^https?:/, 'webcal:')}>
              {w.feedOpen}
            </a>
            {'clipboard' in navigator && (
              <button type="button" class="button" onClick={() => void copy(url)}>
                {w.feedCopy}
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
            {since ? w.feedRenew : w.feedMake}
          </button>
        )}
      </div>
      {asking && (
        <Sheet title={w.feedRenewTitle} onClose={() => setAsking(false)}>
          <p>{w.feedRenewText}</p>
          <div class="sheet__actions">
            <button type="button" class="button button--primary" onClick={() => void make()}>
              {w.feedRenew}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {w.feedKeep}
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
