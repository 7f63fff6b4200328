import { Alert, AlertTitle, Box, Button, Skeleton, Typography } from '@mui/material';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { PeopleImport } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { CommitButton } from './CommitButton.js';
import { ImportErrors } from './ImportErrors.js';
import { ImportNumbers } from './ImportNumbers.js';
import { ImportSample } from './ImportSample.js';
import { ImportStatus } from './ImportStatus.js';

/** What an import would do, or did: counts, errors by row, a sample of changes, and the button that carries it out. */
export const ImportShow = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const { id = '' } = useParams();
  const { data: one, error, refetch } = useGetOne<PeopleImport>('people-imports', { id });
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!one) return <Skeleton variant="rounded" height={400} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1100 }}>
      <Title title={one.fileName} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', pt: 1 }}>
        <ImportStatus status={one.status} />
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {[
            T('encoding', { encoding: one.encoding.toUpperCase() }),
            format.instant(one.createdAt),
            one.createdBy.name,
          ].join(' · ')}
        </Typography>
        {one.status === 'blocked' && (
          <Button component={Link} to="/people-imports/create" variant="contained">
            {T('upload')}
          </Button>
        )}
        {one.status === 'ready' && <CommitButton one={one} />}
      </Box>
      {one.status === 'committed' && one.created > 0 && can('credentials', 'create') && (
        <Alert
          severity="success"
          action={
            <Button component={Link} to="/credentials" color="inherit">
              {T('next_action')}
            </Button>
          }
        >
          <AlertTitle>{T('next_title')}</AlertTitle>
          {T('next_text', { created: format.number(one.created) })}
        </Alert>
      )}
      {one.errorCount > 0 && <ImportErrors id={one.id} />}
      <ImportNumbers one={one} />
      {one.ignoredColumns.length > 0 && (
        <Alert severity="info">{T('ignored', { columns: one.ignoredColumns.join(', ') })}</Alert>
      )}
      {one.sample.length > 0 && <ImportSample one={one} />}
    </Box>
  );
};
