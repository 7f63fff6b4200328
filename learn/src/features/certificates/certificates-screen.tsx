import type { CertificateList } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { CertificateCard } from './certificate-card.js';
import './certificates.css';

export function CertificatesScreen() {
  const { t } = useI18n();
  const { data, keptAt, error, reload } = usePage<CertificateList>('certificates', () =>
    api.get('/learn/certificates'),
  );
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title>{t.certificates.title}</Title>
      <KeptLabel keptAt={keptAt} />
      {!data && <Skeleton heights={[16, 16]} />}
      {data?.total === 0 && (
        <EmptyState icon="rosette" title={t.certificates.empty} text={t.certificates.emptyText} />
      )}
      <ul class="wallet">
        {data?.items.map((certificate) => (
          <CertificateCard key={certificate.id} certificate={certificate} />
        ))}
      </ul>
    </>
  );
}
