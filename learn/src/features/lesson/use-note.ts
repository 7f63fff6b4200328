import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useSignedIn } from '../../shared/session/use-signed-in.js';

const SETTLE_MS = 400;

/** A note of the learner that stays on this device: ticks of a checklist, thoughts on a question. */
export function useNote<T>(blockId: string, empty: T): [T, (next: T) => void] {
  const { device } = useSignedIn();
  const [value, setValue] = useState<T>(empty);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unsaved = useRef<{ value: T } | null>(null);
  const key = `note:${blockId}`;

  const write = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current) void device.put(key, unsaved.current.value).catch(() => undefined);
    unsaved.current = null;
  }, [device, key]);
  useEffect(() => {
    let current = true;
    void device.get<T>(key).then((kept) => {
      if (current && kept !== undefined && !unsaved.current) setValue(kept);
    });
    return () => {
      current = false;
      write();
    };
  }, [device, key, write]);

  return [
    value,
    (next) => {
      setValue(next);
      unsaved.current = { value: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(write, SETTLE_MS);
    },
  ];
}
