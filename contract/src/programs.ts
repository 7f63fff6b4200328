import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Text, TIERS, Uuid } from './common.js';
import { CRISIS_TYPES } from './scenario-document.js';

/** Key of an item within its program: what evidence and prerequisites refer to. */
export const ItemKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

const item = {
  key: ItemKey,
  requires: z.array(ItemKey).max(20).default([]).describe('Items to be done before this one opens'),
};
export type ProgramItem =
  | { kind: 'course'; key: string; requires: string[]; courseId: string }
  | {
      kind: 'drill';
      key: string;
      requires: string[];
      title: Text;
      crisisTypes: string[];
      solo: boolean;
      pass: boolean;
    }
  | {
      kind: 'group';
      key: string;
      requires: string[];
      title: Text;
      rule: 'in_order' | 'all' | 'at_least';
      atLeast: number | null;
      items: ProgramItem[];
    };

/** A group asks for all its items one after the other, for all in any order, or for at least so many of them. */
export const ProgramItem: z.ZodType<ProgramItem> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ ...item, kind: z.literal('course'), courseId: Uuid }),
      z.strictObject({
        ...item,
        kind: z.literal('drill'),
        title: Text,
        crisisTypes: z.array(z.enum(CRISIS_TYPES)).default([]).describe('Empty = a drill of any type'),
        solo: z.boolean().default(true).describe('Whether a drill played alone counts'),
        pass: z
          .boolean()
          .default(false)
          .describe('Only a drill in which none of the person’s objectives was weak'),
      }),
      z.strictObject({
        ...item,
        kind: z.literal('group'),
        title: Text,
        rule: z.enum(['in_order', 'all', 'at_least']),
        atLeast: z.number().int().min(1).max(50).nullable().default(null),
        items: z.array(ProgramItem).min(1).max(30),
      }),
    ]),
  )
  .meta({ id: 'ProgramItem' });

/** When a certification ends and how it is renewed. All are calendar days of the organisation. */
export const RenewalPolicy = z
  .strictObject({
    validityMonths: z.number().int().min(1).max(120).nullable().describe('null = never expires'),
    windowDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .describe('Renewal opens so many days before the last valid day'),
    graceDays: z.number().int().min(0).max(180).describe('After due or expiry, before it is overdue'),
    anchor: z
      .enum(['fixed', 'rolling'])
      .describe(
        'Renewed in time, both go on from the last valid day. Late but in grace, fixed keeps the calendar day, rolling counts anew from the day of completion',
      ),
  })
  .refine(
    ({ validityMonths, windowDays, graceDays }) =>
      validityMonths === null || windowDays + graceDays < validityMonths * 28,
    { path: ['windowDays'], message: 'Window and grace together must be shorter than the validity' },
  )
  .meta({ id: 'RenewalPolicy' });
export type RenewalPolicy = z.infer<typeof RenewalPolicy>;

/** What a version of a program is: what is asked, the shorter path of a renewal, and how long it holds. */
export const ProgramDocument = z
  .strictObject({
    title: Text,
    summary: Text,
    path: z
      .array(ProgramItem)
      .min(1)
      .max(30)
      .describe('All of these, in any order unless they require each other'),
    refresher: z.array(ProgramItem).max(30).describe('Asked at a renewal; empty = the whole path again'),
    renewal: RenewalPolicy,
    drillEveryMonths: z
      .partialRecord(z.enum(TIERS), z.number().int().min(1).max(60))
      .describe('Cadence of drills by tier'),
    refresherDays: z
      .number()
      .int()
      .min(1)
      .max(365)
      .nullable()
      .describe('A weak drill objective asks for the refresher within so many days; null = it does not'),
  })
  .meta({ id: 'ProgramDocument' });
export type ProgramDocument = z.infer<typeof ProgramDocument>;

export const ProgramVersion = z
  .object({
    id: Uuid,
    number: z.number().int(),
    publishedAt: IsoDateTime,
    publishedBy: z.object({ id: Uuid, name: z.string() }).nullable().describe('null = shipped content'),
  })
  .meta({ id: 'ProgramVersion' });

export const Program = z
  .object({
    id: Uuid,
    slug: z.string(),
    document: ProgramDocument,
    version: z.object({ id: Uuid, number: z.number().int() }),
    archivedAt: IsoDateTime.nullable(),
    people: z.number().int().describe('Assigned and active'),
    rules: z.number().int().describe('Live rules that assign it'),
  })
  .meta({ id: 'Program' });
export type Program = z.infer<typeof Program>;
export const ProgramList = listOf(Program, 'ProgramList');
export const ProgramsQuery = listQuery(['slug'], { archived: z.enum(['true', 'false']).optional() });
export const ProgramDetail = Program.extend({
  versions: z.array(ProgramVersion).describe('Newest first'),
}).meta({
  id: 'ProgramDetail',
});

export const PROGRAM_FAULTS = [
  'duplicate_key',
  'unknown_item',
  'cycle',
  'too_many',
  'unknown_course',
  'too_deep',
  'needs_itself',
] as const;
export const ProgramFault = z.object({
  path: z.string().describe('Into the document, such as `path.0.items.1.requires.0`'),
  fault: z.enum(PROGRAM_FAULTS),
  value: z.string(),
});
export const CheckProgramBody = z
  .strictObject({
    document: ProgramDocument,
    programId: Uuid.nullable().default(null).describe('The program that it would be the next version of'),
  })
  .meta({ id: 'CheckProgramBody' });
export const ProgramCheck = z
  .object({
    faults: z.array(ProgramFault),
    follows: z.number().int().describe('People with an open period: they follow the version once published'),
    keeps: z
      .number()
      .int()
      .describe('People who are certified: they keep what they have until their next renewal'),
  })
  .meta({ id: 'ProgramCheck' });
export type ProgramCheck = z.infer<typeof ProgramCheck>;

export const CreateProgramBody = z
  .strictObject({ slug: ItemKey, document: ProgramDocument })
  .meta({ id: 'CreateProgramBody' });
export const PublishProgramBody = z
  .strictObject({
    document: ProgramDocument,
    basedOn: Uuid.describe('Version that was edited; refused when it is no longer the newest'),
  })
  .meta({ id: 'PublishProgramBody' });
