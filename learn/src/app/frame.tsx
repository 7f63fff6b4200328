import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { ProfileSheet } from '../features/profile/index.js';
import { useI18n } from '../shared/i18n/i18n.js';
import { useSignedIn } from '../shared/session/use-signed-in.js';
import { initialOf } from '../shared/initial-of.js';
import { Mark } from '../shared/ui/icons.js';
import { Bell } from './bell.js';

/** Top bar and main column of the screens between lessons. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { t } = useI18n();
  const { me } = useSignedIn();
  const [path] = useLocation();
  const [profile, setProfile] = useState(false);
  return (
    <>
      <header class="top">
        <Link href="/" class="top__brand" aria-label="Readyroom">
          <Mark />
          <span class="top__name">Readyroom</span>
        </Link>
        <nav aria-label={t.app.mainNavigation}>
          <Link href="/" class="top__link" aria-current={path === '/' ? 'page' : undefined}>
            {t.app.home}
          </Link>
          <Link
            href="/drills"
            class="top__link"
            aria-current={path.startsWith('/drills') ? 'page' : undefined}
          >
            {t.app.drills}
          </Link>
          <Link
            href="/certificates"
            class="top__link"
            aria-current={path === '/certificates' ? 'page' : undefined}
          >
            {t.app.certificates}
          </Link>
        </nav>
        <Bell />
        <button type="button" class="icon-button" aria-label={t.app.profile} onClick={() => setProfile(true)}>
          <span class="avatar" aria-hidden="true">
            {initialOf(me.name)}
          </span>
        </button>
      </header>
      <main id="content" class="column" tabIndex={-1}>
        {children}
      </main>
      {profile && <ProfileSheet onClose={() => setProfile(false)} />}
    </>
  );
}
