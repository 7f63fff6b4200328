import { useEffect, useState } from 'preact/hooks';

/** The steady clock of this device in milliseconds, read anew every so often. */
export function useNow(everyMs = 500): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  // What was heard a moment ago must not seem to be in the future.
  return Math.max(now, performance.now());
}
