import { z } from 'zod';
import { IsoDate, IsoDateTime, Text, Uuid } from './common.js';

export const REMINDER_ROLES = ['learner', 'manager', 'hr', 'group'] as const;
export const ReminderRole = z.enum(REMINDER_ROLES).meta({ id: 'ReminderRole' });
export type ReminderRole = z.infer<typeof ReminderRole>;
export const REMINDER_ANCHORS = ['due', 'expiry'] as const;

/** One step of a ladder. Its key is what makes it the same step after an edit. */
export const ReminderStep = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .describe('Never changes while the step lives'),
    anchor: z.enum(REMINDER_ANCHORS).describe('Counted from the due day, or from the last valid day'),
    days: z.number().int().min(-365).max(365).describe('Negative = before'),
    to: ReminderRole,
    channels: z.array(z.enum(['inbox', 'email'])).max(2),
    robotIds: z.array(Uuid).max(10),
  })
  .refine(({ to, channels, robotIds }) => (to === 'group' ? robotIds : channels).length > 0, {
    path: ['channels'],
    message: 'A step needs a way to go',
  })
  .refine(({ to, channels, robotIds }) => (to === 'group' ? channels : robotIds).length === 0, {
    path: ['robotIds'],
    message: 'Robots are for groups, inbox and mail for people',
  })
  .meta({ id: 'ReminderStep' });
export type ReminderStep = z.infer<typeof ReminderStep>;

const steps = z
  .array(ReminderStep)
  .max(20)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Two steps with one key');

export const ReminderLadder = z
  .object({
    id: Uuid,
    program: z
      .object({ id: Uuid, title: Text })
      .nullable()
      .describe('null = for every program without a ladder of its own'),
    steps: z.array(ReminderStep),
    active: z.boolean(),
    updatedAt: IsoDateTime,
    updatedBy: z.object({ id: Uuid, name: z.string() }).nullable().describe('null = as shipped'),
  })
  .meta({ id: 'ReminderLadder' });
export type ReminderLadder = z.infer<typeof ReminderLadder>;
export const ReminderLadderList = z
  .object({
    items: z.array(ReminderLadder),
    total: z.number().int(),
    editable: z
      .boolean()
      .describe('Whether who asks may change ladders and hours; they hold for the whole organisation'),
  })
  .meta({ id: 'ReminderLadderList' });

export const SaveLadderBody = z
  .strictObject({ programId: Uuid.nullable(), steps, active: z.boolean().default(true) })
  .meta({ id: 'SaveLadderBody' });

/** HH:MM by the wall clock of whoever gets the message. */
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const ReminderSettings = z
  .object({
    digest: z.boolean().describe('One message a day and person instead of one a step'),
    digestAt: Hour,
    quietFrom: Hour,
    quietTo: Hour.describe('The same as quietFrom = no quiet hours'),
  })
  .meta({ id: 'ReminderSettings' });
export type ReminderSettings = z.infer<typeof ReminderSettings>;
const inQuiet = (hour: string, from: string, to: string): boolean =>
  from > to ? hour >= from || hour < to : hour >= from && hour < to;
export const SaveReminderSettingsBody = z
  .strictObject(ReminderSettings.shape)
  .refine(({ digestAt, quietFrom, quietTo }) => !inQuiet(digestAt, quietFrom, quietTo), {
    path: ['digestAt'],
    message: 'The hour of the digest lies in the quiet hours',
  })
  .meta({ id: 'SaveReminderSettingsBody' });

/** What a ladder would do, nothing else changing. */
export const PreviewLadderBody = z
  .strictObject({
    programId: Uuid.nullable(),
    steps,
    days: z.number().int().min(1).max(90).default(30),
  })
  .meta({ id: 'PreviewLadderBody' });
export const LadderPreview = z
  .object({
    from: IsoDate,
    to: IsoDate,
    people: z.number().int().describe('Different people that would be reminded of'),
    reminders: z.number().int(),
    rows: z.array(
      z.object({
        day: IsoDate,
        step: z.string(),
        role: ReminderRole,
        program: z.object({ id: Uuid, title: Text }),
        people: z.number().int(),
        instead: z
          .number()
          .int()
          .describe('Of these, how many have no manager above them who is here, so HR gets them'),
      }),
    ),
  })
  .meta({ id: 'LadderPreview' });
export type LadderPreview = z.infer<typeof LadderPreview>;
export const PreviewPeopleBody = PreviewLadderBody.extend({
  day: IsoDate,
  step: z.string(),
  ofProgramId: Uuid,
}).meta({ id: 'PreviewPeopleBody' });
export const PreviewPeople = z
  .object({
    items: z.array(
      z.object({
        person: z.object({ id: Uuid, name: z.string() }),
        department: z.string(),
        recipients: z.array(z.string()),
        why: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
  })
  .meta({ id: 'PreviewPeople' });
export type PreviewPeople = z.infer<typeof PreviewPeople>;

/** What stands behind one delivery of reminders. */
export const DeliveryReminder = z
  .object({
    person: z.object({ id: Uuid, name: z.string() }).nullable().describe('null = outside your departments'),
    program: z.object({ id: Uuid, title: Text }),
    step: z.string(),
    role: ReminderRole,
    why: z.string().nullable(),
    anchor: z.enum(REMINDER_ANCHORS),
    anchorOn: IsoDate,
    state: z.enum(['planned', 'told', 'suppressed']),
    reason: z.string().nullable(),
  })
  .meta({ id: 'DeliveryReminder' });
export const DeliveryReminderList = z
  .object({ items: z.array(DeliveryReminder), total: z.number().int() })
  .meta({ id: 'DeliveryReminderList' });
