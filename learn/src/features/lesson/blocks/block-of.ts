import type { LessonBlock } from '@readyroom/contract';

/** The shape of one type of block. */
export type BlockOf<T extends LessonBlock['type']> = Extract<LessonBlock, { type: T }>;
