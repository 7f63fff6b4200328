import type { ComponentChildren } from 'preact';
import { Route, Switch } from 'wouter-preact';
import { BriefingGate } from '../features/briefing/index.js';
import { LinkScreen, PasswordScreen, SignInScreen } from '../features/sign-in/index.js';
import { useI18n } from '../shared/i18n/i18n.js';
import { session } from '../shared/session/session.js';
import { SignedInContext } from '../shared/session/use-signed-in.js';
import { lazyScreen } from '../shared/ui/lazy-screen.js';
import { Skeleton } from '../shared/ui/states.js';
import { useStore } from '../shared/use-store.js';
import { ErrorBoundary } from './error-boundary.js';
import { Notices } from './notices.js';
import { Screens } from './screens.js';

const VerifyScreen = lazyScreen(() =>
  import('../features/certificates/index.js').then((m) => m.VerifyScreen),
);

const NoticeScreen = lazyScreen(() => import('../features/notice/index.js').then((m) => m.NoticeScreen));

/** What anybody may open comes first; the rest is behind the gate. */
export const App = () => (
  <ErrorBoundary>
    <Switch>
      <Route path="/verify/:code">{({ code }) => <VerifyScreen code={code} />}</Route>
      <Route path="/enter/:token">{({ token }) => <LinkScreen token={token} />}</Route>
      <Route>
        <Gate>
          <Screens />
        </Gate>
      </Route>
    </Switch>
  </ErrorBoundary>
);

function Gate({ children }: { children: ComponentChildren }) {
  const now = useStore(session);
  const { t } = useI18n();
  if (now.status === 'starting')
    return (
      <main class="column" aria-label={t.app.loading}>
        <Skeleton heights={[3, 15, 5]} />
      </main>
    );
  if (now.status === 'out') return <SignInScreen expired={now.expired} />;
  if (now.me.mustAcceptNotice) return <NoticeScreen key={now.me.id} />;
  if (now.me.mustChangePassword) return <PasswordScreen key={now.me.id} />;
  return (
    <SignedInContext.Provider value={now} key={now.me.id}>
      <a class="skip" href="#content">
        {t.app.skip}
      </a>
      <Notices />
      {children}
      <BriefingGate />
    </SignedInContext.Provider>
  );
}
