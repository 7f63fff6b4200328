import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PeopleImport } from '../providers/contract.js';

const COLOUR = { ready: 'info', blocked: 'error', committed: 'success' } as const;

export const ImportStatus = ({ status }: { status: PeopleImport['status'] }) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={COLOUR[status]}
      label={translate(`resources.people-imports.status.${status}`)}
    />
  );
};
