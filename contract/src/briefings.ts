import { z } from 'zod';
import { AudienceCondition } from './audience-condition.js';
import { IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';

/** Longest acknowledgement clock: a week. What takes longer is training, not a briefing. */
export const BRIEFING_LONGEST_MINUTES = 7 * 24 * 60;

const said = (most: number) =>
  z.strictObject({
    zh: z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(most),
  });
const lines = said(2000);

/** A question that must be answered rightly before the briefing counts as acknowledged. */
const Check = z.strictObject({
  prompt: said(300),
  options: z.array(said(200)).min(2).max(4),
  correct: z.number().int().min(0).max(3).describe('Index of the right option'),
});
type CheckShape = z.infer<typeof Check>;

const document = z.strictObject({
  title: said(120),
  facts: lines.describe('What is known now'),
  unknown: lines.nullable().default(null).describe('What is not known yet'),
  act: lines.nullable().default(null).describe('What to do now'),
  say: lines.nullable().default(null).describe('What to say when asked'),
  avoid: lines.describe('What not to do or say'),
  ask: lines.describe('Whom to call'),
  checks: z
    .array(Check)
    .max(3)
    .refine((checks: CheckShape[]) => checks.every(({ correct, options }) => correct < options.length), {
      message: 'The right option must be one of the options',
    }),
});

/** What people have to know now. It is real: it is never part of a drill and never carries the mark of one. */
export const BriefingDocument = document
  .refine(({ act, say }) => act !== null || say !== null, {
    message: 'Says what to do, or what to say',
    path: ['act'],
  })
  .meta({ id: 'BriefingDocument' });
export type BriefingDocument = z.infer<typeof BriefingDocument>;

/** A gap in a text of a template that is filled before sending: `{{hotline}}`. */
export const PLACEHOLDER = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** The gaps in a text or in all texts of a document, each once. */
export const placeholdersIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value).matchAll(PLACEHOLDER)].map(([, key]) => key!)),
];

/** all: shifts do not matter; only: of the audience those who are on shift now; also: the audience and everybody on shift now. */
export const BRIEFING_SHIFTS = ['all', 'only', 'also'] as const;
export const BriefingShift = z.enum(BRIEFING_SHIFTS);
export type BriefingShift = z.infer<typeof BriefingShift>;

/** Longest time after its newest version in which a running briefing still goes to people who join its audience. */
export const BRIEFING_JOIN_DAYS = 7;

const audience = {
  audience: AudienceCondition,
  shift: BriefingShift.default('all'),
};
const joiners = z
  .boolean()
  .describe('While it runs it also goes to people who come on shift or into the audience later');
export const PreviewBriefingBody = z.strictObject(audience).meta({ id: 'PreviewBriefingBody' });
export const BriefingPreview = z
  .object({
    people: z.number().int(),
    onShift: z.number().int().describe('Of these, on shift now'),
    withoutMail: z.number().int().describe('Of these, without an e-mail address'),
    withoutManager: z.number().int().describe('Of these, without a manager who is here'),
    of: z.number().int().describe('People who are here and in scope'),
    names: z.array(z.string()).describe('The first of them'),
  })
  .meta({ id: 'BriefingPreview' });
export type BriefingPreview = z.infer<typeof BriefingPreview>;

/** The id is made by whoever writes the draft: sent twice under it, the briefing goes out once. */
export const SendBriefingBody = z
  .strictObject({
    id: Uuid,
    document: BriefingDocument,
    ...audience,
    withinMinutes: z.number().int().min(1).max(BRIEFING_LONGEST_MINUTES),
    joiners: joiners.default(true),
  })
  .meta({ id: 'SendBriefingBody' });
export type SendBriefingBody = z.infer<typeof SendBriefingBody>;

export const CorrectBriefingBody = z
  .strictObject({
    after: z.number().int().min(1).describe('Number of the version that is corrected'),
    document: BriefingDocument,
    changed: said(1000).describe('What is different, in words'),
  })
  .meta({ id: 'CorrectBriefingBody' });
export type CorrectBriefingBody = z.infer<typeof CorrectBriefingBody>;

export const StopBriefingBody = z
  .strictObject({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'StopBriefingBody' });

const Named = z.object({ id: Uuid, name: z.string() });
export const BriefingState = z.enum(['active', 'stopped']);

export const Briefing = z
  .object({
    id: Uuid,
    title: Text,
    state: BriefingState,
    version: z.number().int(),
    withinMinutes: z.number().int(),
    joiners,
    sentAt: IsoDateTime.describe('Of the first version'),
    askedAt: IsoDateTime.describe('Of the newest version'),
    dueAt: IsoDateTime.describe(
      'For those who were asked at once; who joined later has a clock of their own',
    ),
    sentBy: Named,
    asked: z.number().int().describe('People in scope who are here'),
    acknowledged: z.number().int(),
  })
  .meta({ id: 'Briefing' });
export type Briefing = z.infer<typeof Briefing>;
export const BriefingList = listOf(Briefing, 'BriefingList');
export const ListBriefingsQuery = listQuery(['sentAt'] as const, { state: oneOrMore(BriefingState) });

const numbers = {
  asked: z.number().int(),
  acknowledged: z.number().int(),
  opened: z.number().int().describe('Opened, not acknowledged'),
  unopened: z.number().int().describe('Not opened yet'),
  late: z.number().int().describe('Not acknowledged when the clock had run out'),
  medianSeconds: z.number().nullable().describe('From asking to acknowledging, by the clock of the server'),
};
export const BriefingNumbers = z.object(numbers).meta({ id: 'BriefingNumbers' });
export type BriefingNumbers = z.infer<typeof BriefingNumbers>;

/** The live board: where the newest version stands, and who was told about those who do not answer. */
export const BriefingBoard = z
  .object({
    asOf: IsoDateTime,
    briefing: Briefing,
    mayChange: z.boolean().describe('Correct and stop: only who reaches everybody that it was sent to'),
    document: BriefingDocument,
    versions: z.array(
      z.object({
        number: z.number().int(),
        changed: Text.nullable(),
        sentAt: IsoDateTime,
        sentBy: Named,
        acknowledged: z.number().int(),
      }),
    ),
    stopped: z.object({ at: IsoDateTime, by: Named, reason: z.string() }).nullable(),
    total: BriefingNumbers,
    departments: z.array(z.object({ id: Uuid, name: z.string(), ...numbers })),
    tiers: z.array(z.object({ tier: Tier, ...numbers })),
    joined: z.number().int().describe('Of those asked, joined after the version was sent'),
    left: z.number().int().describe('Were asked and have left since; in no other number'),
    toldManagers: z.number().int().describe('People about whom the manager was told'),
    toldHr: z.number().int().describe('People about whom HR was told'),
  })
  .meta({ id: 'BriefingBoard' });
export type BriefingBoard = z.infer<typeof BriefingBoard>;

export const BRIEFING_ANSWERS = ['acknowledged', 'opened', 'unopened', 'late'] as const;
export const BriefingAnswer = z.enum(BRIEFING_ANSWERS);
export type BriefingAnswer = z.infer<typeof BriefingAnswer>;
export const BriefingPerson = z
  .object({
    person: Named,
    department: z.string(),
    tier: Tier,
    manager: z.string().nullable(),
    joined: z.boolean().describe('Asked after the version was sent'),
    askedAt: IsoDateTime,
    dueAt: IsoDateTime,
    openedAt: IsoDateTime.nullable(),
    acknowledgedAt: IsoDateTime.nullable(),
    seconds: z.number().nullable(),
    late: z.boolean(),
    managerToldAt: IsoDateTime.nullable(),
    hrToldAt: IsoDateTime.nullable(),
    mail: z.string().nullable().describe('State of the mail, as in the delivery log'),
  })
  .meta({ id: 'BriefingPerson' });
export type BriefingPerson = z.infer<typeof BriefingPerson>;
export const BriefingPeople = listOf(BriefingPerson, 'BriefingPeople');
export const BriefingPeopleQuery = z.object({
  answer: BriefingAnswer.optional(),
  departmentId: Uuid.optional(),
  tier: Tier.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(50),
});
export type BriefingPeopleQuery = z.infer<typeof BriefingPeopleQuery>;

/** As the one who is asked sees it: without the answers to the questions. */
export const MyBriefing = z
  .object({
    id: Uuid,
    version: z.number().int(),
    ...document.omit({ checks: true }).shape,
    checks: z.array(z.object({ prompt: Text, options: z.array(Text) })),
    changed: Text.nullable().describe('What is different from the version that this person was asked before'),
    askedAt: IsoDateTime,
    dueAt: IsoDateTime,
    sentBy: z.string(),
  })
  .meta({ id: 'MyBriefing' });
export type MyBriefing = z.infer<typeof MyBriefing>;
export const MyBriefingList = listOf(MyBriefing, 'MyBriefingList');

export const OpenBriefingBody = z
  .strictObject({ version: z.number().int().min(1) })
  .meta({ id: 'OpenBriefingBody' });
export const AcknowledgeBriefingBody = z
  .strictObject({
    version: z.number().int().min(1),
    answers: z.array(z.number().int().min(0).max(3)).max(3).describe('Chosen options, in order'),
  })
  .meta({ id: 'AcknowledgeBriefingBody' });
export type AcknowledgeBriefingBody = z.infer<typeof AcknowledgeBriefingBody>;
export const BriefingReceipt = z
  .object({
    acknowledgedAt: IsoDateTime.nullable().describe('null = a question was answered wrongly'),
    wrong: z.array(z.number().int()).describe('Indices of the questions to read again'),
  })
  .meta({ id: 'BriefingReceipt' });
export type BriefingReceipt = z.infer<typeof BriefingReceipt>;
