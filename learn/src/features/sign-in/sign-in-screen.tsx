import type { Me } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { fieldText } from '../../shared/credentials/field-text.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { welcome } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icons.js';
import { Title } from '../../shared/ui/title.js';
import { Entry } from './entry.js';
import { EntryError } from '../../shared/credentials/entry-error.js';
import { PasswordField } from '../../shared/credentials/password-field.js';

export function SignInScreen({ expired }: { expired: boolean }) {
  const { t } = useI18n();
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const login = useId();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (working) return;
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body = { login: fieldText(form, 'login').trim(), password: fieldText(form, 'password') };
    if (!body.login || !body.password) return setError(t.signIn.missing);
    setWorking(true);
    setError(null);
    try {
      await welcome(await api.post<Me>('/auth/sign-in', body));
    } catch (refusal) {
      setError(refusal);
      setWorking(false);
    }
  };

  return (
    <Entry foot={<p class="quiet small">{t.signIn.help}</p>}>
      <div>
        <Title>{t.signIn.title}</Title>
        <p class="entry__lead">{t.signIn.lead}</p>
      </div>
      {expired && !error && (
        <p class="alert alert--info" role="status">
          <Icon name="info" size={20} />
          <span>{t.signIn.expired}</span>
        </p>
      )}
      {error !== null && <EntryError error={error} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div class="field">
          <label for={login}>{t.signIn.login}</label>
          <input
            id={login}
            class="input"
            name="login"
            type="text"
            inputMode="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxLength={320}
            aria-invalid={error !== null}
          />
        </div>
        <PasswordField
          label={t.signIn.password}
          name="password"
          autocomplete="current-password"
          invalid={error !== null}
        />
        <button type="submit" class="button button--primary button--wide" aria-disabled={working}>
          {working ? t.signIn.working : t.signIn.submit}
        </button>
      </form>
    </Entry>
  );
}
