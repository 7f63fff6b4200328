import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { apiUrl } from '../providers/http.js';
import { useMe } from '../shared/useMe.js';

/** Takes away what the filters name: one person, one program, or the whole chain. */
export const ExportBundle = () => {
  const translate = useTranslate();
  const { me } = useMe();
  const { filterValues } = useListContext();
  const { personId, programId } = filterValues as { personId?: string; programId?: string };
  const about = personId ? 'person' : programId ? 'program' : 'everything';
  // The whole chain is only for those who see the whole organisation.
  if (about === 'everything' && me?.scopeDepartment) return null;
  return (
    <Button
      size="small"
      component="a"
      href={apiUrl('evidence/export', personId ? { personId } : programId ? { programId } : {})}
      download
      startIcon={<DownloadOutlined />}
    >
      {translate(`resources.evidence.export.${about}`)}
    </Button>
  );
};
