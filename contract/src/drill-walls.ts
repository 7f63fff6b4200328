import { z } from 'zod';
import { Text } from './common.js';
import { IndicatorSample } from './drill-events.js';
import { DrillClock } from './drill-runs.js';

/** What a projector shows, and all that a link to it can tell: no names of people, no scores, no keys. */
export const DrillWall = z
  .object({
    title: z.string().nullable(),
    scenario: Text,
    startsAt: z.string().describe('Local time of day at minute 0, HH:MM'),
    clock: DrillClock,
    reason: z.string().nullable().describe('Why it is paused or was stopped'),
    phase: Text.nullable(),
    figures: z
      .array(IndicatorSample.pick({ minute: true, volume: true, heat: true, negativeShare: true }))
      .describe('At most 61, the newest last'),
    openCards: z.array(z.object({ prompt: Text, seat: Text, dueAt: z.number().int() })),
    posts: z.array(z.object({ from: Text, text: Text })).describe('The newest first'),
  })
  .meta({ id: 'DrillWall' });
export type DrillWall = z.infer<typeof DrillWall>;

/** Shown once; a further one replaces it. */
export const DrillWallLink = z.object({ url: z.url() }).meta({ id: 'DrillWallLink' });
export type DrillWallLink = z.infer<typeof DrillWallLink>;

export const WallToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
