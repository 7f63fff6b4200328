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
      if (
        !withMod &&
        (!singleKeys ||
          event.repeat ||
          isTyping(event.target) ||
          isPressed(wanted, event.target) ||
          (!inDialog && document.querySelector('[role="dialog"]')))
      )
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key, enabled, singleKeys, inDialog]);
}
