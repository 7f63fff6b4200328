import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.js';
import { Icon } from './icons.js';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal sheet: from below on a phone, in the middle on a desk. The browser keeps the focus inside and gives it back. */
export function Sheet({ title, onClose, children }: Props) {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    // A click on the dimmed page behind counts as one on the dialog itself.
    const onClick = (event: MouseEvent) => event.target === element && close.current();
    element?.addEventListener('click', onClick);
    element?.showModal();
    return () => {
      element?.removeEventListener('click', onClick);
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="sheet__body">
        <div class="sheet__head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="icon-button" aria-label={t.app.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
