import { z } from 'zod';
import { IsoDate, IsoDateTime, Text, Tier, Uuid } from './common.js';
import { ItemKey } from './programs.js';

/** Where a person stands in a program on a day. One definition (SQL `program_status`) behind every number. */
export const PROGRAM_STATUSES = [
  'not_started',
  'in_progress',
  'compliant',
  'expiring_soon',
  'in_grace',
  'overdue',
  'waived',
  'revoked',
] as const;
export const ProgramStatus = z.enum(PROGRAM_STATUSES);
export type ProgramStatus = z.infer<typeof ProgramStatus>;

export const CertificationPeriod = z
  .object({
    id: Uuid,
    number: z.number().int().describe('Counts from 1'),
    programVersion: z.number().int().nullable().describe('null = not completed: the newest will count'),
    path: z.enum(['full', 'refresher']),
    opensOn: IsoDate.describe('What is done from this day on counts'),
    dueOn: IsoDate.nullable(),
    completedAt: IsoDateTime.nullable(),
    validFrom: IsoDate.nullable(),
    validUntil: IsoDate.nullable().describe('Last valid day; null = not completed, or for ever'),
    revoked: z
      .object({ at: IsoDateTime, by: z.object({ id: Uuid, name: z.string() }), reason: z.string() })
      .nullable(),
    pulledForward: Text.nullable().describe('Why this renewal opened before its time'),
  })
  .meta({ id: 'CertificationPeriod' });
export type CertificationPeriod = z.infer<typeof CertificationPeriod>;

export const WAIVER_KINDS = ['waiver', 'extension'] as const;
export const Waiver = z
  .object({
    id: Uuid,
    kind: z.enum(WAIVER_KINDS),
    until: IsoDate.nullable().describe('Last day of a waiver (null = without end), or the new due day'),
    reason: z.string(),
    author: z.object({ id: Uuid, name: z.string() }),
    createdAt: IsoDateTime,
    ended: z
      .object({
        at: IsoDateTime,
        by: z.object({ id: Uuid, name: z.string() }),
        reason: z.string().nullable().describe('null = ended before reasons were asked for'),
      })
      .nullable(),
  })
  .meta({ id: 'Waiver' });
export type Waiver = z.infer<typeof Waiver>;

/** How far somebody is with one item of the path that is asked of them now. */
export interface ItemProgress {
  key: string;
  kind: 'course' | 'drill' | 'group';
  title: Text;
  courseId: string | null;
  state: 'locked' | 'open' | 'in_progress' | 'done';
  doneOn: string | null;
  waitsFor: string[];
  rule: 'in_order' | 'all' | 'at_least' | null;
  needed: number | null;
  items: ItemProgress[];
}
export const ItemProgress: z.ZodType<ItemProgress> = z
  .lazy(() =>
    z.object({
      key: ItemKey,
      kind: z.enum(['course', 'drill', 'group']),
      title: Text,
      courseId: Uuid.nullable(),
      state: z.enum(['locked', 'open', 'in_progress', 'done']),
      doneOn: IsoDate.nullable(),
      waitsFor: z.array(ItemKey).describe('Keys of the items that lock it'),
      rule: z.enum(['in_order', 'all', 'at_least']).nullable(),
      needed: z.number().int().nullable().describe('Of a group: how many items must be done'),
      items: z.array(ItemProgress),
    }),
  )
  .meta({ id: 'ItemProgress' });

/** One person in one program. */
export const Certification = z
  .object({
    program: z.object({ id: Uuid, slug: z.string(), title: Text, summary: Text }),
    status: ProgramStatus,
    assigned: z.boolean(),
    dueOn: IsoDate.nullable(),
    graceUntil: IsoDate.nullable(),
    validUntil: IsoDate.nullable().describe(
      'Last valid day of the present certification; null = none, or for ever',
    ),
    renewalOpensOn: IsoDate.nullable(),
    waivedUntil: IsoDate.nullable(),
    drill: z
      .object({ lastOn: IsoDate.nullable(), dueOn: IsoDate, overdue: z.boolean() })
      .nullable()
      .describe('By the cadence of the program for the tier of this person'),
    path: z.enum(['full', 'refresher']).nullable().describe('null = nothing is asked now'),
    items: z.array(ItemProgress),
    periods: z.array(CertificationPeriod).describe('Newest first'),
    waivers: z.array(Waiver).describe('Newest first'),
  })
  .meta({ id: 'Certification' });
export type Certification = z.infer<typeof Certification>;
export const CertificationList = z
  .object({
    today: IsoDate.describe('The day that all statuses are of'),
    person: z
      .object({ id: Uuid, name: z.string(), employeeNo: z.string(), tier: Tier, departmentPath: z.string() })
      .describe('Whose they are'),
    items: z.array(Certification),
    total: z.number().int(),
  })
  .meta({ id: 'CertificationList' });
export type CertificationList = z.infer<typeof CertificationList>;

const reason = z.string().trim().min(2).max(500);
export const WaiveBody = z
  .strictObject({ kind: z.enum(WAIVER_KINDS), until: IsoDate.nullable(), reason })
  .refine(({ kind, until }) => kind === 'waiver' || until !== null, {
    path: ['until'],
    message: 'An extension needs its new due day',
  })
  .meta({ id: 'WaiveBody' });
export const EndWaiverBody = z.strictObject({ reason }).meta({ id: 'EndWaiverBody' });
export const RevokeBody = z
  .strictObject({ reason, dueDays: z.number().int().min(1).max(365).default(14) })
  .meta({ id: 'RevokeCertificationBody' });
