import { openDB, deleteDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxEntry } from './outbox-queue.js';

/** What one person keeps on this device: copies of pages, notes, answers, and what waits to be sent. */
export interface Device {
  get<T>(key: string): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  readOutbox(): Promise<OutboxEntry[]>;
  /** Reads, changes and writes in one transaction, so that two tabs do not undo each other. */
  changeOutbox(change: (entries: OutboxEntry[]) => OutboxEntry[]): Promise<OutboxEntry[]>;
  close(): void;
}

interface Schema extends DBSchema {
  kept: { key: string; value: unknown };
  outbox: { key: number; value: OutboxEntry };
}

const VERSION = 1;
const nameFor = (personId: string) => `readyroom-${personId}`;

/** One database per person: nobody who signs in after them sees it, and signing out deletes it whole. */
export async function openDevice(personId: string): Promise<Device> {
  try {
    return new StoredDevice(
      await openDB<Schema>(nameFor(personId), VERSION, {
        upgrade: (db) => {
          db.createObjectStore('kept');
          db.createObjectStore('outbox', { keyPath: 'id' });
        },
        // Another tab signs out and deletes the database.
        blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
      }),
    );
  } catch {
    // Some browsers refuse storage in private windows; the app still works, for as long as it is open.
    return new MemoryDevice();
  }
}

export const wipeDevice = async (personId: string): Promise<void> => {
  await deleteDB(nameFor(personId)).catch(() => undefined);
};

class StoredDevice implements Device {
  constructor(private readonly db: IDBPDatabase<Schema>) {}

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.db.get('kept', key)) as T | undefined;
  }
  async put(key: string, value: unknown): Promise<void> {
    await this.db.put('kept', value, key);
  }
  async remove(key: string): Promise<void> {
    await this.db.delete('kept', key);
  }
  readOutbox(): Promise<OutboxEntry[]> {
    return this.db.getAll('outbox');
  }
  async changeOutbox(change: (entries: OutboxEntry[]) => OutboxEntry[]): Promise<OutboxEntry[]> {
    const transaction = this.db.transaction('outbox', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.getAll();
    const after = change(before);
    const left = new Set(after.map(({ id }) => id));
    for (const entry of before) if (!left.has(entry.id)) void transaction.store.delete(entry.id);
    for (const entry of after) if (!before.includes(entry)) void transaction.store.put(entry);
    await transaction.done;
    return after;
  }
  close(): void {
    this.db.close();
  }
}

export class MemoryDevice implements Device {
  private readonly kept = new Map<string, unknown>();
  private outbox: OutboxEntry[] = [];

  get<T>(key: string): Promise<T | undefined> {
    return Promise.resolve(this.kept.get(key) as T | undefined);
  }
  put(key: string, value: unknown): Promise<void> {
    this.kept.set(key, value);
    return Promise.resolve();
  }
  remove(key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
  readOutbox(): Promise<OutboxEntry[]> {
    return Promise.resolve(this.outbox);
  }
  changeOutbox(change: (entries: OutboxEntry[]) => OutboxEntry[]): Promise<OutboxEntry[]> {
    this.outbox = change(this.outbox);
    return Promise.resolve(this.outbox);
  }
  close(): void {}
}
