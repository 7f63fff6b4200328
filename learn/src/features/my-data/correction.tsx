import type { CorrectionAsked } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';
import type { Words } from './words.js';

const MOST = 2_000;

/** What should be put right, in one's own words, to those who can. What was written stays when it could not be sent. */
export function Correction({ w }: { w: Words }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [told, setTold] = useState<string[] | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { recipients } = await api.post<CorrectionAsked>('/me/corrections', { text: text.trim() });
      setTold(recipients);
      setText('');
    } catch (refusal) {
      setTrouble(refusal);
    }
    setBusy(false);
  };
  return (
    <section class="section stack">
      <h2 class="section__title">{w.correct}</h2>
      {told ? (
        <>
          <p class="alert alert--good" role="status">
            <Icon name="done" size={20} />
            <span>{w.sent(told.join(w.separator))}</span>
          </p>
          <button type="button" class="button" onClick={() => setTold(null)}>
            {w.sentAgain}
          </button>
        </>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p class="quiet">{w.correctLead}</p>
          <div class="field">
            <label for="correction">{w.correctLabel}</label>
            <textarea
              id="correction"
              class="input"
              rows={3}
              maxLength={MOST}
              placeholder={w.correctHint}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          {trouble !== null && (
            <p class="alert" role="alert">
              {messageOf(trouble, t)}
            </p>
          )}
          <button type="submit" class="button" disabled={busy || !text.trim()}>
            {busy ? w.sending : w.send}
          </button>
        </form>
      )}
    </section>
  );
}
