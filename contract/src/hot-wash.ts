import { z } from 'zod';
import { IsoDateTime, Text } from './common.js';

const words = z.string().trim().max(1_000);
const sure = z.int().min(1).max(5);

/** Three short questions right after a drill; one answer a participant. */
export const HotWashBody = z
  .strictObject({
    kept: words.describe('What went well and stays'),
    missed: words.describe('What was missing'),
    change: words.describe('The one thing to change'),
    confidenceBefore: sure.describe('How prepared one felt before, 1-5'),
    confidenceAfter: sure,
    showName: z.boolean().default(false).describe('Whether the report may name the writer'),
  })
  .meta({ id: 'HotWashBody' });
export type HotWashBody = z.infer<typeof HotWashBody>;

export const MyHotWash = z
  .object({
    title: Text,
    open: z.boolean().describe('From the end of the run until the facilitator closes the report'),
    answer: HotWashBody.extend({ updatedAt: IsoDateTime }).nullable(),
  })
  .meta({ id: 'MyHotWash' });
export type MyHotWash = z.infer<typeof MyHotWash>;

export const HotWashShown = HotWashBody.omit({ showName: true })
  .extend({ name: z.string().nullable() })
  .meta({ id: 'HotWashShown' });
export type HotWashShown = z.infer<typeof HotWashShown>;
