import type { Me } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { signOut, welcome } from '../../shared/session/session.js';
import { Title } from '../../shared/ui/title.js';
import { Entry } from './entry.js';
import { PasswordForm } from '../../shared/credentials/password-form.js';

/** Nothing else opens until a temporary password has been replaced. */
export function PasswordScreen() {
  const { t } = useI18n();
  return (
    <Entry
      foot={
        <button
          type="button"
          class="button button--plain"
          onClick={() => void signOut(false).catch(() => undefined)}
        >
          {t.profile.signOut}
        </button>
      }
    >
      <div>
        <Title>{t.password.forcedTitle}</Title>
        <p class="entry__lead">{t.password.forcedLead}</p>
      </div>
      <PasswordForm forced onChanged={() => void api.get<Me>('/me').then(welcome, () => location.reload())} />
    </Entry>
  );
}
