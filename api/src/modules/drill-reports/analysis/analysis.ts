import type { OutcomeFeedback, RunScore, TimelineItem, WhatIf } from '@readyroom/contract';
import type { EmittedEvent } from '../../../engine/index.js';

export type Told = TimelineItem & { readonly audience: EmittedEvent['audience'] };

/** Grows when reports say more of a log than before: what was kept under an older number is made anew. */
export const ANALYSIS_VERSION = 2;

/** All that a report says which follows from the log alone. The same log gives the same analysis, to the digit. */
export interface Analysis {
  readonly version: typeof ANALYSIS_VERSION;
  readonly stateHash: string;
  readonly score: RunScore;
  readonly timeline: readonly Told[];
  readonly feedback: OutcomeFeedback;
  readonly whatIf: readonly WhatIf[];
}
