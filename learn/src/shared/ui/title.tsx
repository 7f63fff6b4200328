import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocusRequest } from './navigation.js';

interface Props {
  children: ComponentChildren;
  /** Title of the window; the same words when left out. */
  windowTitle?: string;
  class?: string;
}

/** The one `h1` of a screen. After a change of screen it takes the focus, so that readers hear where they are. */
export function Title({ children, windowTitle, class: name = 'title' }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const text = windowTitle ?? (typeof children === 'string' ? children : '');
  useLayoutEffect(() => {
    document.title = text ? `${text} · Readyroom` : 'Readyroom';
    if (takeFocusRequest()) heading.current?.focus({ preventScroll: true });
  }, [text]);
  return (
    <h1 class={name} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
