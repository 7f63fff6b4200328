import type { Inbox } from '@readyroom/contract';
import { api } from './api/client.js';
import { createStore } from './store.js';

/** How many messages have not been read; null = not known yet. */
export const unread = createStore<number | null>(null);

const FRESH_MS = 60_000;
let asked = -Infinity;
let of: string | null = null;

/** Asks anew unless it was asked a moment ago for the same person. Without a line the last known number stays. */
export async function refreshUnread(personId: string): Promise<void> {
  if (of !== personId) {
    [of, asked] = [personId, -Infinity];
    unread.set(null);
  }
  if (performance.now() - asked < FRESH_MS) return;
  asked = performance.now();
  try {
    const { unread: count } = await api.get<Inbox>('/learn/inbox', { perPage: '1' });
    if (of === personId) unread.set(count);
  } catch {
    asked = -Infinity;
  }
}
