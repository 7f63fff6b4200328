import { Alert, Button, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useLogout, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { changePassword, justTypedPassword } from '../providers/authProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useMe } from '../shared/useMe.js';
import { PageFrame } from './PageFrame.js';
import { PasswordField } from './PasswordField.js';

/** The rule of the contract (PASSWORD_MIN_LENGTH), as a hint; the server decides. */
const MIN_LENGTH = 10;

export const ChangePasswordPage = ({ forced = false }: { forced?: boolean }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const logout = useLogout();
  const textOf = useErrorText();
  const { reload } = useMe();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const known = justTypedPassword();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const newPassword = String(form.get('new'));
    if (newPassword !== form.get('repeat')) return setError(translate('sign_in.repeat_differs'));
    setBusy(true);
    try {
      await changePassword({ currentPassword: known ?? String(form.get('current')), newPassword });
      notify('sign_in.changed', { type: 'success' });
      await reload();
      if (!forced) await navigate('/');
    } catch (refusal) {
      setError(textOf(refusal));
      setBusy(false);
    }
  };
  return (
    <PageFrame>
      <Typography variant="h5" component="h1">
        {translate(forced ? 'sign_in.change_title' : 'shell.change_password')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate(forced ? 'sign_in.change_lead' : 'sign_in.change_own_lead')}
      </Typography>
      <form onSubmit={(event) => void submit(event)}>
        {error && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {error}
          </Alert>
        )}
        {!known && (
          <PasswordField
            name="current"
            label={translate('sign_in.current')}
            autoComplete="current-password"
          />
        )}
        <PasswordField
          name="new"
          label={translate('sign_in.new')}
          autoComplete="new-password"
          helperText={translate('sign_in.new_help', { min: MIN_LENGTH })}
        />
        <PasswordField name="repeat" label={translate('sign_in.repeat')} autoComplete="new-password" />
        <Button type="submit" variant="contained" fullWidth size="large" loading={isBusy} sx={{ mt: 2 }}>
          {translate('sign_in.change_submit')}
        </Button>
        <Button fullWidth sx={{ mt: 1 }} onClick={() => void (forced ? logout() : navigate(-1))}>
          {translate(forced ? 'shell.sign_out' : 'common.cancel')}
        </Button>
      </form>
    </PageFrame>
  );
};
