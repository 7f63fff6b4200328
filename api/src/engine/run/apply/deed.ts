import type { ErrorCode, PlayerAction } from '@readyroom/contract';
import type { Run } from '../context.js';
import { own } from '../own.js';

/** What a seat wants to do. */
export interface Deed<K extends PlayerAction['kind']> {
  readonly seat: string;
  readonly seq: number;
  readonly action: Extract<PlayerAction, { kind: K }>;
}

/** Lets a deed take effect, or says why it does not count; then nothing has changed. */
export type Apply<K extends PlayerAction['kind']> = (run: Run, deed: Deed<K>) => ErrorCode | null;

/** Text that somebody wrote is the same in both languages. */
export const both = (text: string) => ({ zh: text, en: text });

export const isSeat = ({ lookup }: Run, key: string): boolean => lookup.seats.has(key);

/** Whether a post can be seen by now. */
export const isShown = ({ state }: Run, post: string): boolean => own(state.posts, post) !== undefined;
