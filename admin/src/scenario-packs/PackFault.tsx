import { Alert, AlertTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/http.js';
import { useErrorText } from '../shared/useErrorText.js';

/** Why a file was refused: the sentence, what exactly is wrong, and with which of its files. */
export const PackFault = ({ error }: { error: unknown }) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  const [detail] = error instanceof ApiError ? error.details : [];
  const fault = typeof detail?.values?.fault === 'string' ? detail.values.fault : null;
  return (
    <Alert severity="error">
      <AlertTitle>{translate('scenario_pack.refused')}</AlertTitle>
      {textOf(error)}
      {fault && (
        <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          {translate(`scenario_pack.fault.${fault}`, { _: fault })}
          {detail!.path !== 'file' && ` · ${detail!.path}`}
          {detail!.message !== fault && (
            <>
              {' '}
              <code>{detail!.message}</code>
            </>
          )}
        </Typography>
      )}
    </Alert>
  );
};
