import { Alert, Button, Link, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { signIn } from '../providers/authProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { PageFrame } from './PageFrame.js';
import { PasswordField } from './PasswordField.js';

export const SignInPage = () => {
  const translate = useTranslate();
  const enter = useLogin();
  const client = useQueryClient();
  const textOf = useErrorText();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      const me = await signIn({ login: String(form.get('login')), password: String(form.get('password')) });
      client.clear();
      client.setQueryData(['me'], me);
      await enter({});
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <PageFrame signedOut>
      <Typography variant="h5" component="h1">
        {translate('sign_in.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('sign_in.lead')}
      </Typography>
      <form onSubmit={(event) => void submit(event)}>
        {error !== null && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {textOf(error)}
          </Alert>
        )}
        <TextField
          name="login"
          label={translate('sign_in.login')}
          autoComplete="username"
          required
          autoFocus
          size="medium"
        />
        <PasswordField
          name="password"
          label={translate('sign_in.password')}
          autoComplete="current-password"
        />
        <Button type="submit" variant="contained" fullWidth size="large" loading={isBusy} sx={{ mt: 2 }}>
          {translate('sign_in.submit')}
        </Button>
      </form>
      <Link href="/" variant="body2" sx={{ display: 'block', mt: 2.5, textAlign: 'center' }}>
        {translate('sign_in.to_learner')}
      </Link>
    </PageFrame>
  );
};
