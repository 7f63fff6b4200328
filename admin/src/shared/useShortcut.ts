import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';

/** Whether single keys act; a person can switch them off (WCAG 2.1.4). */
export const useSingleKeys = () => useStore('shortcuts.single_keys', true);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Where the space bar already means something. */
const PRESSED_BY_SPACE =
  'button, a, summary, [role="tab"], [role="radio"], [role="checkbox"], [role="switch"], [role="option"], [role="combobox"], [role="menuitem"]';
const isPressed = (key: string, target: EventTarget | null): boolean =>
  key === ' ' && target instanceof Element && target.closest(PRESSED_BY_SPACE) !== null;

/** Single keys rest while somebody types, in a foreign dialog, on what they already press, and when switched off. */
const rests = (key: string, event: KeyboardEvent, inDialog: boolean): boolean =>
  event.repeat ||
  isTyping(event.target) ||
  isPressed(key, event.target) ||
  (!inDialog && document.querySelector('[role="dialog"]') !== null);

/**
 * Runs `action` on a single key (`/`, `c`, `?`), or on `mod+k` = Ctrl or ⌘. Single keys rest while somebody types,
 * while an input method composes, while a dialog is open (unless it is the dialog's own), and when they are switched off.
 */
export function useShortcut(key: string, action: () => void, enabled = true, inDialog = false): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    if (!enabled) return undefined;
    const withMod = key.startsWith('mod+');
    const wanted = withMod ? key.slice(4) : key;
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.key.toLowerCase() !== wanted) return;
      if (withMod !== (event.metaKey || event.ctrlKey)) return;
      if (!withMod && (!singleKeys || rests(wanted, event, inDialog))) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key, enabled, singleKeys, inDialog]);
}

interface HeldKey {
  whenHeld: () => void;
  /** It was let go too early. */
  whenShort: () => void;
  enabled: boolean;
}
/** As long as a button has to be held for what cannot be done by a slip. */
export const HOLD_MS = 800;

/** As `useShortcut` for a single key that has to be held. */
export function useHeldKey(key: string, held: HeldKey): void {
  const latest = useRef(held);
  useEffect(() => {
    latest.current = held;
  });
  const { enabled } = held;
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    if (!enabled || !singleKeys) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const down = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.isComposing) return;
      if (event.altKey || event.metaKey || event.ctrlKey) return;
      // A page scrolls for as long as the space bar is down.
      if (timer !== undefined) event.preventDefault();
      if (rests(key, event, false)) return;
      event.preventDefault();
      timer = setTimeout(() => {
        timer = undefined;
        latest.current.whenHeld();
      }, HOLD_MS);
    };
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || timer === undefined) return;
      cancel();
      latest.current.whenShort();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', cancel);
    return () => {
      cancel();
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', cancel);
    };
  }, [key, enabled, singleKeys]);
}
