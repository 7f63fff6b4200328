import { useEffect } from 'preact/hooks';
import { useSignedIn } from '../session/use-signed-in.js';

/** What this device knew before the server changes what the server says: a lesson read, a quiz handed in. */
export function useReloadAfterDelivery(reload: () => void): void {
  const { outbox } = useSignedIn();
  useEffect(
    () => outbox.onDelivered(({ item }) => (item.kind === 'submit' || item.kind === 'progress') && reload()),
    [outbox, reload],
  );
}
