import type { CertificateList, CertificationList } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { usePrograms } from '../../shared/programs/use-programs.js';
import { CertificateCard } from './certificate-card.js';
import { ProgramCertificate } from './program-certificate.js';
import { TranscriptLinks } from './transcript-links.js';
import './certificates.css';

export function CertificatesScreen() {
  const { t } = useI18n();
  const { data, keptAt, error, reload } = usePage<CertificateList>('certificates', () =>
    api.get('/learn/certificates'),
  );
  const programs = usePrograms();
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title>{t.certificates.title}</Title>
      <KeptLabel keptAt={keptAt} />
      {data && (programs.data || programs.error) ? (
        <Wallet certificates={data} programs={programs.data} />
      ) : (
        <Skeleton heights={[16, 16]} />
      )}
    </>
  );
}

function Wallet({
  certificates: { items, total },
  programs,
}: {
  certificates: CertificateList;
  programs: CertificationList | null;
}) {
  const { t } = useI18n();
  const held = (programs?.items ?? []).filter(({ periods }) =>
    periods.some(({ completedAt }) => completedAt),
  );
  return (
    <>
      {total + held.length === 0 && (
        <EmptyState icon="rosette" title={t.certificates.empty} text={t.certificates.emptyText} />
      )}
      {programs && held.length > 0 && (
        <section class="section" aria-labelledby="held-title">
          <h2 id="held-title" class="section__title">
            {t.certificates.programs}
          </h2>
          <ul class="wallet">
            {held.map((program) => (
              <ProgramCertificate key={program.program.id} program={program} today={programs.today} />
            ))}
          </ul>
        </section>
      )}
      {total > 0 && (
        <section class="section" aria-labelledby="courses-title">
          <h2 id="courses-title" class="section__title">
            {t.certificates.courses}
          </h2>
          <ul class="wallet">
            {items.map((certificate) => (
              <CertificateCard key={certificate.id} certificate={certificate} />
            ))}
          </ul>
        </section>
      )}
      <TranscriptLinks />
    </>
  );
}
