import { useEffect } from 'preact/hooks';

/** Keeps the screen on; the browser lets go whenever the page is hidden, so it is asked again. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let current = true;
    const ask = async () => {
      if (document.hidden || !current) return;
      // Refused on an empty battery: the drill goes on without.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (!current) void lock?.release();
    };
    const again = () => void ask();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [wanted]);
}
