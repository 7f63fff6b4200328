import { useEffect, useRef, useState } from 'preact/hooks';
import { LineLost } from '../../shared/api/errors.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { waiting } from '../../shared/offline/outbox-queue.js';
import { signOut } from '../../shared/session/session.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { messageOf } from '../../shared/ui/states.js';

/** Signing out wipes the device, so what has not been sent is first tried again and then asked about. */
export function SignOut() {
  const { t } = useI18n();
  const { outbox } = useSignedIn();
  const unsent = waiting(useOutboxState().entries).length;
  const [asking, setAsking] = useState<'here' | 'everywhere' | null>(null);
  const [error, setError] = useState<unknown>(null);

  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    question.current?.scrollIntoView({ block: 'nearest' });
    question.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [asking]);

  const leave = async (everywhere: boolean) => {
    setError(null);
    try {
      await signOut(everywhere);
    } catch (refusal) {
      setError(refusal);
    }
  };
  const ask = async (everywhere: boolean) => {
    if (unsent > 0) await outbox.flush();
    if (waiting(outbox.state.get().entries).length > 0) setAsking(everywhere ? 'everywhere' : 'here');
    else await leave(everywhere);
  };

  return (
    <section class="sign-out">
      {error !== null && (
        <p class="alert" role="alert">
          {error instanceof LineLost ? t.profile.needsLine : messageOf(error, t)}
        </p>
      )}
      {asking ? (
        <div class="stack" role="alert" ref={question}>
          <div>
            <h3>{t.profile.unsentTitle}</h3>
            <p>{t.profile.unsentText(unsent)}</p>
          </div>
          <button type="button" class="button button--primary" onClick={() => setAsking(null)}>
            {t.profile.sendFirst}
          </button>
          <button
            type="button"
            class="button button--danger"
            onClick={() => void leave(asking === 'everywhere')}
          >
            {t.profile.outAnyway}
          </button>
        </div>
      ) : (
        <>
          <button type="button" class="button button--wide" onClick={() => void ask(false)}>
            {t.profile.signOut}
          </button>
          <button type="button" class="button button--plain button--wide" onClick={() => void ask(true)}>
            {t.profile.everywhere}
          </button>
          <p class="quiet small">{t.profile.wipeNote}</p>
        </>
      )}
    </section>
  );
}
