import { Box, Link, List, ListItem, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useText } from '../../shared/useLocale.js';
import { StatusChip } from '../StatusChip.js';
import { personAddress } from './address.js';
import { ProgramFacts } from './ProgramFacts.js';
import { useCertifications } from '../exceptions/useCertifications.js';

/** The programs of a person in short; each opens the page with its periods and exceptions. */
export const PersonPrograms = ({ personId }: { personId: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { data, error, refetch } = useCertifications(personId);
  const T = (key: string) => translate(`resources.certification.${key}`);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={160} />;
  return (
    <>
      {data.total === 0 && <Typography color="text.secondary">{T('no_programs')}</Typography>}
      <List disablePadding>
        {data.items.map((certification) => (
          <ListItem
            key={certification.program.id}
            disableGutters
            sx={{ display: 'block', borderBottom: 1, borderColor: 'divider', py: 1.5 }}
          >
            <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', mb: 0.5 }}>
              <Link
                component={RouterLink}
                to={personAddress(personId, certification.program.id)}
                sx={{ fontWeight: 600, color: 'text.primary' }}
              >
                {textIn(certification.program.title)}
              </Link>
              <StatusChip status={certification.status} />
            </Box>
            <ProgramFacts certification={certification} />
          </ListItem>
        ))}
      </List>
      <Box sx={{ mt: 2 }}>
        <Link component={RouterLink} to={personAddress(personId)}>
          {T('whole_page')}
        </Link>
      </Box>
    </>
  );
};
