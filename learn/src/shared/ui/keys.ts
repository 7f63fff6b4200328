const FIELDS = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** Single keys are not for us: an IME composes, a field has the focus, a sheet is open, or a modifier is held. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return true;
  return event.target instanceof Element && event.target.closest(FIELDS) !== null;
}
