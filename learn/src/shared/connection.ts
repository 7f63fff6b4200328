import { createStore } from './store.js';

/** Whether the server was reachable when last asked. `navigator.onLine` only knows about the cable. */
export const online = createStore<boolean>(navigator.onLine);

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
let probing = false;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    // The cable is back: no need to wait for the rest of the pause.
    window.addEventListener('online', done);
  });

async function reachable(): Promise<boolean> {
  try {
    await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    return false;
  }
}

/** Says that a request did not get through, and asks again and again, ever more slowly, until one does. */
export async function reportLost(): Promise<void> {
  online.set(false);
  if (probing) return;
  probing = true;
  for (let wait = FIRST_WAIT_MS; !online.get(); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await pause(wait);
    if (await reachable()) online.set(true);
  }
  probing = false;
}

export const reportReached = (): void => online.set(true);

window.addEventListener('offline', () => void reportLost());
if (!navigator.onLine) void reportLost();
