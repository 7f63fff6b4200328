import { Box } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import type { IssuedCredentials } from '../providers/contract.js';
import { HandOutForm } from './HandOutForm.js';
import { HandOutSheet } from './HandOutSheet.js';

/** Makes one-time links or temporary passwords in bulk; the answer lives in this page alone. */
export const CredentialsPage = () => {
  const translate = useTranslate();
  const [issued, setIssued] = useState<IssuedCredentials | null>(null);
  return (
    <Box sx={{ maxWidth: 1000 }}>
      <Title title={translate('credentials.title')} />
      {issued ? (
        <HandOutSheet issued={issued} onAnother={() => setIssued(null)} />
      ) : (
        <HandOutForm onIssued={setIssued} />
      )}
    </Box>
  );
};
