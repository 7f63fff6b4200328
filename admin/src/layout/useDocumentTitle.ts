import { useEffect } from 'react';

/** Keeps the title of the tab equal to the heading of the screen, which react-admin puts into the bar. */
export function useDocumentTitle(): void {
  useEffect(() => {
    const heading = document.getElementById('react-admin-title');
    if (!heading) return undefined;
    const update = () => {
      const text = heading.textContent?.trim();
      document.title = text ? `${text} · Readyroom` : 'Readyroom';
    };
    const observer = new MutationObserver(update);
    observer.observe(heading, { childList: true, subtree: true, characterData: true });
    update();
    return () => observer.disconnect();
  });
}
