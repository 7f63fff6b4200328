let requested = false;
let path = location.pathname;

/** wouter announces its own navigation as window events of these names, beside the browser's `popstate`. */
function moved(scrollToTop: boolean): void {
  if (location.pathname === path) return;
  path = location.pathname;
  requested = true;
  if (scrollToTop) window.scrollTo(0, 0);
}

export function watchNavigation(): void {
  window.addEventListener('pushState', () => moved(true));
  window.addEventListener('replaceState', () => moved(true));
  window.addEventListener('popstate', () => moved(false));
}

/** True once after each change of screen: whoever asks first moves the focus. */
export function takeFocusRequest(): boolean {
  const was = requested;
  requested = false;
  return was;
}
