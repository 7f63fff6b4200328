import { createStore } from '../shared/store.js';

/** The service worker of a newer build that waits for the reader to agree; null when there is none. */
export const newVersion = createStore<ServiceWorker | null>(null);

/** Registers the service worker in a built app; a page served without one works the same, only not without a line. */
export function watchForNewVersion(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
  });
  void serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).then(
    (registration) => {
      const offer = (worker: ServiceWorker | null) => {
        if (worker && serviceWorker.controller) newVersion.set(worker);
      };
      offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed') offer(worker);
        });
      });
    },
    () => undefined,
  );
}
