import { Button, Typography } from '@mui/material';
import { useLogout, useTranslate } from 'react-admin';
import type { Me } from '../providers/contract.js';
import { PageFrame } from './PageFrame.js';

/** What an employee without any right in the console sees: the way to the learner app. */
export const NoConsole = ({ me }: { me: Me }) => {
  const translate = useTranslate();
  const logout = useLogout();
  return (
    <PageFrame>
      <Typography variant="h5" component="h1" gutterBottom>
        {translate('no_console.title')}
      </Typography>
      <Typography sx={{ mb: 2.5 }}>{translate('no_console.lead', { name: me.name })}</Typography>
      <Button href="/" variant="contained" size="large" fullWidth>
        {translate('no_console.open')}
      </Button>
      <Button fullWidth sx={{ mt: 1 }} onClick={() => void logout()}>
        {translate('shell.sign_out')}
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2.5 }}>
        {translate('no_console.who')}
      </Typography>
    </PageFrame>
  );
};
