import { Link, List, ListItem, ListItemText, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

export const PersonCertificates = ({ personId }: { personId: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['person-certificates', personId],
    queryFn: () => dataProvider.getCertificatesOf(personId),
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={160} />;
  if (data.total === 0)
    return <Typography color="text.secondary">{translate('resources.people.no_certificates')}</Typography>;
  return (
    <List disablePadding>
      {data.items.map((certificate) => (
        <ListItem key={certificate.id} disableGutters divider>
          <ListItemText
            primary={textIn(certificate.courseTitle)}
            secondary={[
              format.instant(certificate.issuedAt),
              certificate.code,
              certificate.revokedAt && translate('resources.people.revoked'),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          <Link href={certificate.verifyUrl} target="_blank" rel="noreferrer">
            {translate('common.open')}
          </Link>
        </ListItem>
      ))}
    </List>
  );
};
