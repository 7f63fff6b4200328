import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/http.js';
import { Denied } from './Denied.js';
import { Notice } from './Notice.js';
import { useErrorText } from './useErrorText.js';

/** A screen that could not be loaded: what happened, what is safe, try again. */
export const LoadFailed = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  if (error instanceof ApiError && error.status === 403) return <Denied />;
  return (
    <Notice
      icon={ReportProblemOutlined}
      title={translate('common.load_failed')}
      text={`${textOf(error)} ${translate('common.load_failed_safe')}`}
    >
      {onRetry && (
        <Button variant="outlined" onClick={onRetry}>
          {translate('common.retry')}
        </Button>
      )}
    </Notice>
  );
};
