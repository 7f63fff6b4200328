import type { CertificateVerification } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { ApiError } from '../../shared/api/errors.js';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon, Mark } from '../../shared/ui/icons.js';
import { LanguageChoice } from '../../shared/ui/reading-settings.js';
import { ErrorState, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import './certificates.css';

/** Anybody with the code of a certificate may check it; nobody has to sign in. */
export function VerifyScreen({ code }: { code: string }) {
  const { t } = useI18n();
  const [found, setFound] = useState<CertificateVerification | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setError(null);
    api
      .get<CertificateVerification>(`/certificates/verify/${encodeURIComponent(code)}`)
      .then(setFound, setError);
  }, [code, round]);
  const unknown = error instanceof ApiError && error.status === 404;
  return (
    <main class="verify">
      <p class="verify__brand">
        <Mark size={32} />
        Readyroom · {t.certificates.verifyTitle}
      </p>
      {found && <Verdict found={found} />}
      {!found && !error && <Skeleton heights={[20]} />}
      {unknown && (
        <section class="verify__panel">
          <div class="verdict verdict--bad">
            <Icon name="cross" size={40} />
            <Title>{t.certificates.unknownTitle}</Title>
          </div>
          <p>{t.certificates.unknownText}</p>
          <p>
            <code>{code}</code>
          </p>
        </section>
      )}
      {error && !unknown && <ErrorState error={error} onRetry={() => setRound(round + 1)} />}
      <LanguageChoice />
    </main>
  );
}

function Verdict({ found }: { found: CertificateVerification }) {
  const { t, text, locale } = useI18n();
  const rows: [string, string][] = [
    [t.certificates.holder, found.holder],
    [t.certificates.course, text(found.courseTitle)],
    [t.certificates.tierLabel, t.tier[found.tier]],
    [t.certificates.organisation, found.organisation],
    [t.certificates.issuedOn, formatInstantDay(found.issuedAt, locale)],
    ...(found.revokedAt
      ? [[t.certificates.revokedAt, formatInstantDay(found.revokedAt, locale)] satisfies [string, string]]
      : []),
    [t.certificates.code, found.code],
  ];
  return (
    <section class="verify__panel">
      <div class={`verdict ${found.valid ? 'verdict--good' : 'verdict--bad'}`}>
        <Icon name={found.valid ? 'done' : 'cross'} size={40} />
        <Title>{found.valid ? t.certificates.isValid : t.certificates.isRevoked}</Title>
      </div>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet small">{t.certificates.privacy}</p>
    </section>
  );
}
