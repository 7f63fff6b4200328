import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.js';
import { Skeleton } from './states.js';

/** A screen whose code is fetched when it is first opened. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let ready: ComponentType<P> | null = null;
  return function LazyScreen(props: P) {
    const { t } = useI18n();
    const [Screen, setScreen] = useState<ComponentType<P> | null>(() => ready);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Screen) return;
      load().then(
        (loaded) => {
          ready = loaded;
          setScreen(() => loaded);
        },
        () => setFailed(true),
      );
    }, [Screen]);
    if (Screen) return <Screen {...props} />;
    if (!failed)
      return (
        <main class="column">
          <Skeleton heights={[3, 12, 8]} />
        </main>
      );
    return (
      <main class="column state" role="alert">
        <h1>{t.app.errorTitle}</h1>
        <p>{t.app.screenFailed}</p>
        <button type="button" class="button button--primary" onClick={() => location.reload()}>
          {t.app.retry}
        </button>
      </main>
    );
  };
}
