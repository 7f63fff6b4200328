import type { TabGroup, TabMessage } from './shared-stream.js';

/** Tabs that give the same name, by what the browser offers for it; null where it does not (then each listens itself). */
export function tabGroup(name: string): TabGroup | null {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return null;
  let channel: BroadcastChannel | null = null;
  return {
    lead: (lead, steal) => {
      const waiting = new AbortController();
      let release: (() => void) | null = null;
      let stopLeading: (() => void) | null = null;
      const yieldLead = () => {
        stopLeading?.();
        stopLeading = null;
      };
      navigator.locks
        .request(name, steal ? { steal } : { signal: waiting.signal }, () => {
          if (waiting.signal.aborted) return undefined;
          stopLeading = lead();
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        })
        // Given up while it waited, or taken by another tab.
        .catch(yieldLead);
      return () => {
        waiting.abort();
        yieldLead();
        release?.();
      };
    },
    send: (message) => channel?.postMessage(message),
    listen: (listener) => {
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data));
      return () => {
        channel?.close();
        channel = null;
      };
    },
  };
}
