import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  open?: boolean;
  onOpen?: () => void;
  children: ComponentChildren;
}

export const DeskFold = ({ title, open = false, onOpen, children }: Props) => (
  <details
    class="fold card desk__fold"
    open={open}
    onToggle={(event) => event.currentTarget.open && onOpen?.()}
  >
    <summary>
      <h3>{title}</h3>
    </summary>
    <div class="desk__body">{children}</div>
  </details>
);
