/** What the service worker does with a request: the app shell, one of its files, or nothing at all. */
export type Treatment = 'shell' | 'file' | 'leave';

interface Asked {
  method: string;
  /** Absolute address. */
  url: string;
  /** The request opens a page. */
  navigation: boolean;
}

const NOT_OURS = /^\/(admin|api)(\/|$)/;

/** The console and the API are never touched: what they answer must be what the server says now. */
export function treatmentOf(asked: Asked, origin: string, files: ReadonlySet<string>): Treatment {
  const url = new URL(asked.url);
  if (asked.method !== 'GET' || url.origin !== origin || NOT_OURS.test(url.pathname)) return 'leave';
  if (files.has(url.pathname) && url.pathname !== '/') return 'file';
  return asked.navigation ? 'shell' : 'leave';
}
