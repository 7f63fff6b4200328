import type { Permission } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { PasswordForm } from '../../shared/credentials/password-form.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { initialOf } from '../../shared/initial-of.js';
import { Icon } from '../../shared/ui/icons.js';
import { LanguageChoice, TextSizeChoice } from '../../shared/ui/reading-settings.js';
import { Sheet } from '../../shared/ui/sheet.js';
import { SignOut } from './sign-out.js';
import './profile.css';

/** Any of these opens something in the console. */
const CONSOLE: readonly Permission[] = ['person.read', 'course.read', 'completion.read', 'analytics.read'];

export function ProfileSheet({ onClose }: { onClose: () => void }) {
  const { t, locale } = useI18n();
  const { me } = useSignedIn();
  const [password, setPassword] = useState<'closed' | 'open' | 'saved'>('closed');
  const name = locale === 'en' && me.englishName ? me.englishName : me.name;
  const hasConsole = CONSOLE.some((permission) => me.allowedOperations.includes(permission));
  return (
    <Sheet title={t.profile.title} onClose={onClose}>
      <div class="person">
        <span class="avatar person__avatar" aria-hidden="true">
          {initialOf(me.name)}
        </span>
        <div>
          <p class="person__name">{name}</p>
          <p class="quiet small">
            {me.department.name} · {t.tier[me.tier]}
          </p>
          <p class="quiet small">{t.profile.employeeNo(me.employeeNo)}</p>
        </div>
      </div>
      <LanguageChoice />
      <TextSizeChoice />
      {password === 'saved' && (
        <p class="alert alert--good" role="status">
          <Icon name="done" size={20} />
          <span>{t.password.saved}</span>
        </p>
      )}
      {password === 'open' ? (
        <section class="stack">
          <h3>{t.password.title}</h3>
          <PasswordForm forced={false} onChanged={() => setPassword('saved')} />
        </section>
      ) : (
        <button type="button" class="button button--wide" onClick={() => setPassword('open')}>
          <Icon name="lock" size={20} />
          {t.profile.password}
        </button>
      )}
      {hasConsole && (
        <a class="button button--wide" href="/admin/">
          <Icon name="external" size={20} />
          {t.profile.console}
        </a>
      )}
      <Link href="/my-data" class="button button--wide" onClick={onClose}>
        <Icon name="person" size={20} />
        {t.profile.myData}
      </Link>
      <SignOut />
    </Sheet>
  );
}
