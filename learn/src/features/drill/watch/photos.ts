import type { ErrorCode } from '@readyroom/contract';
import type { OutboxEntry } from '../../../shared/offline/outbox-queue.js';

/** A photo of a moment that was taken on this device. */
export interface Photo {
  readonly clientId: string;
  readonly moment: number;
  readonly note: string;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly refused: ErrorCode | null;
  /** Set while the outbox still holds it. */
  readonly entry: number | null;
  /** JPEG as base64, as long as the outbox holds it. */
  readonly image: string | null;
}

/** Those of a run that wait or were refused, and those that were sent, newest moment first, each once. */
export function photosOf(
  entries: readonly OutboxEntry[],
  runId: string,
  sent: readonly Photo[],
): readonly Photo[] {
  const held = entries.flatMap(({ id, item, refused }): Photo[] => {
    if (item.kind !== 'photo' || item.runId !== runId) return [];
    const { clientId, moment, note = '', image } = item.body;
    const state = refused === null ? 'waiting' : 'refused';
    return [{ clientId, moment, note, state, refused, entry: id, image }];
  });
  const gone = new Set(sent.map(({ clientId }) => clientId));
  return [...sent, ...held.filter(({ clientId }) => !gone.has(clientId))].sort((a, b) => b.moment - a.moment);
}
