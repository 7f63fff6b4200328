import { z } from 'zod';
import { IsoDateTime, Uuid } from './common.js';
import { ParticipantRole } from './drill-runs.js';

export const DrillPhotoMime = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type DrillPhotoMime = z.infer<typeof DrillPhotoMime>;

export const SendDrillPhotoBody = z
  .strictObject({
    clientId: Uuid.describe('Made by the sender: sent twice under it, it is kept once'),
    moment: z
      .int()
      .nonnegative()
      .max(2_147_483_647)
      .describe('Scenario second that it is of; what lies ahead of the run counts as now'),
    note: z.string().trim().max(500).default(''),
    image: z.string().min(1).describe('JPEG, PNG or WebP as base64; at most 1.5 MB before that'),
  })
  .meta({ id: 'SendDrillPhotoBody' });
export type SendDrillPhotoBody = z.input<typeof SendDrillPhotoBody>;

export const SentDrillPhoto = z.object({ id: Uuid, moment: z.number().int() }).meta({ id: 'SentDrillPhoto' });
export type SentDrillPhoto = z.infer<typeof SentDrillPhoto>;

export const DrillPhoto = z
  .object({
    id: Uuid,
    moment: z.number().int().describe('Scenario second'),
    note: z.string(),
    by: z.object({ id: Uuid, name: z.string(), role: ParticipantRole }),
    mime: DrillPhotoMime,
    width: z.number().int(),
    height: z.number().int(),
    bytes: z.number().int(),
    takenAt: IsoDateTime.describe('When it arrived; without a line that is later than its moment'),
  })
  .meta({ id: 'DrillPhoto' });
export type DrillPhoto = z.infer<typeof DrillPhoto>;
export const DrillPhotoList = z.object({ items: z.array(DrillPhoto) }).meta({ id: 'DrillPhotoList' });
