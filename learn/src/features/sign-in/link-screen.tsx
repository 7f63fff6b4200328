import type { Me } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { LineLost } from '../../shared/api/errors.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { welcome } from '../../shared/session/session.js';
import { cameByLink } from '../../shared/credentials/came-by-link.js';
import { Title } from '../../shared/ui/title.js';
import { Entry } from './entry.js';
import { EntryError } from '../../shared/credentials/entry-error.js';

/** A one-time link works once, so it is redeemed once, however often the screen is drawn. */
const redeemed = new Map<string, Promise<Me>>();
const redeem = (token: string): Promise<Me> => {
  const known = redeemed.get(token);
  if (known) return known;
  const asked = api.post<Me>('/auth/redeem-link', { token });
  redeemed.set(token, asked);
  asked.catch((error: unknown) => error instanceof LineLost && redeemed.delete(token));
  return asked;
};

export function LinkScreen({ token }: { token: string }) {
  const { t } = useI18n();
  const [, go] = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    redeem(token).then(
      async (me) => {
        cameByLink.set(true);
        await welcome(me);
        // The token leaves the address bar and the history.
        go('/', { replace: true });
      },
      (refusal: unknown) => setError(refusal),
    );
  }, [token, round, go]);
  return (
    <Entry>
      <Title>{error ? t.signIn.linkFailed : t.signIn.linkTitle}</Title>
      {error === null ? (
        <p class="quiet" role="status">
          {t.app.loading}
        </p>
      ) : (
        <EntryError error={error} />
      )}
      {error instanceof LineLost && (
        <button
          type="button"
          class="button button--primary"
          onClick={() => {
            setError(null);
            setRound(round + 1);
          }}
        >
          {t.app.retry}
        </button>
      )}
      {error !== null && (
        <Link href="/" class="button">
          {t.signIn.toSignIn}
        </Link>
      )}
    </Entry>
  );
}
