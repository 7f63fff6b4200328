import { useState } from 'preact/hooks';
import { api } from '../api/client.js';
import { useI18n } from '../i18n/i18n.js';
import { cameByLink } from './came-by-link.js';
import { EntryError } from './entry-error.js';
import { fieldText } from './field-text.js';
import { PasswordField } from './password-field.js';

/** The server checks; this only says the rule before the typing. */
const MINIMUM = 10;

interface Props {
  forced: boolean;
  onChanged: () => void;
}

export function PasswordForm({ forced, onChanged }: Props) {
  const { t } = useI18n();
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const [byLink, setByLink] = useState(() => forced && cameByLink.get());

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (working) return;
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const newPassword = fieldText(form, 'next');
    const currentPassword = byLink ? undefined : fieldText(form, 'current');
    if (!newPassword || currentPassword === '') return setError(t.signIn.missing);
    setWorking(true);
    setError(null);
    try {
      await api.post('/auth/change-password', {
        newPassword,
        ...(currentPassword ? { currentPassword } : {}),
      });
      cameByLink.set(false);
      onChanged();
    } catch (refusal) {
      setError(refusal);
    }
    setWorking(false);
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
      {error !== null && <EntryError error={error} />}
      {!byLink && (
        <PasswordField
          label={forced ? t.password.currentTemporary : t.password.current}
          name="current"
          autocomplete="current-password"
          invalid={error !== null}
        />
      )}
      <PasswordField
        label={t.password.next}
        name="next"
        autocomplete="new-password"
        hint={t.password.rule(MINIMUM)}
        invalid={error !== null}
      />
      <button type="submit" class="button button--primary button--wide" aria-disabled={working}>
        {t.password.submit}
      </button>
      {forced && !byLink && (
        <button type="button" class="link-button" onClick={() => setByLink(true)}>
          {t.password.cameByLink}
        </button>
      )}
    </form>
  );
}
