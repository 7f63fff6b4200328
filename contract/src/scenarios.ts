import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Text, Tier, TIERS, Uuid } from './common.js';
import { CRISIS_CLUSTERS, CRISIS_TYPES, ScenarioDocument } from './scenario-document.js';

export const ScenarioVersion = z
  .object({
    id: Uuid,
    scenarioId: Uuid,
    number: z.number().int(),
    status: z.enum(['draft', 'published', 'retired']),
    origin: z
      .enum(['content', 'msel', 'pack'])
      .describe('Where it came from: the content folder, an MSEL spreadsheet, a pack'),
    hash: z.string().describe('Fingerprint of the document'),
    importedAt: IsoDateTime,
    importedBy: z.object({ id: Uuid, name: z.string() }).nullable().describe('null: the content folder'),
    publishedAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'ScenarioVersion' });
export type ScenarioVersion = z.infer<typeof ScenarioVersion>;

/** What the check has to say about a scenario that can be played none the less. */
export const ScenarioFinding = z
  .object({ path: z.string().describe('Into the document, such as items.3.expected.0'), message: Text })
  .meta({ id: 'ScenarioFinding' });
export type ScenarioFinding = z.infer<typeof ScenarioFinding>;

const VersionRef = z.object({ id: Uuid, number: z.number().int() });

export const Scenario = z
  .object({
    id: Uuid,
    slug: z.string(),
    title: Text,
    summary: Text,
    crisisType: z.enum(CRISIS_TYPES),
    cluster: z.enum(CRISIS_CLUSTERS),
    tiers: z.array(Tier),
    seats: z.array(z.object({ key: z.string(), tier: Tier, title: Text, department: Text })),
    durationMinutes: z.number().int().describe('In scenario time'),
    minutes: z.number().int().describe('That a live run takes'),
    soloMinutes: z.number().int(),
    injects: z.number().int().describe('Of the list; the deck apart'),
    deck: z.number().int(),
    publishedVersion: VersionRef.nullable(),
    draftVersion: VersionRef.nullable().describe('The newest draft'),
    versions: z.array(ScenarioVersion).describe('Newest first'),
    warnings: z.array(ScenarioFinding),
  })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof Scenario>;
export const ScenarioList = listOf(Scenario, 'ScenarioList');
export const ScenariosQuery = listQuery(['slug', 'crisisType'], {
  crisisType: z.enum(CRISIS_TYPES).optional(),
  published: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('Only those that can be scheduled, or only those that cannot'),
});

export const ScenarioDetail = Scenario.extend({
  briefing: Text,
  organisation: z.object({ name: Text, industry: Text }),
  phases: z.array(z.object({ key: z.string(), title: Text, at: z.number().int() })),
  objectives: z.array(
    z.object({ key: z.string(), title: Text, tiers: z.array(Tier), course: z.string().describe('Slug') }),
  ),
  soloSeats: z.object(
    Object.fromEntries(TIERS.map((tier) => [tier, z.string()])) as Record<Tier, z.ZodString>,
  ),
}).meta({ id: 'ScenarioDetail' });
export type ScenarioDetail = z.infer<typeof ScenarioDetail>;

/** A whole version for staff, hidden truth included. */
export const ScenarioVersionDetail = ScenarioVersion.extend({
  document: ScenarioDocument,
  warnings: z.array(ScenarioFinding),
}).meta({ id: 'ScenarioVersionDetail' });
export type ScenarioVersionDetail = z.infer<typeof ScenarioVersionDetail>;

/** Columns of an MSEL spreadsheet: one row an inject, texts in both languages, structures as compact JSON. */
export const MSEL_COLUMNS = [
  'list',
  'key',
  'id',
  'phase',
  'at',
  'when',
  'from',
  'channel',
  'to',
  'title_zh',
  'title_en',
  'text_zh',
  'text_en',
  'owner',
  'objectives',
  'expected',
  'card',
  'effects',
] as const;
export type MselColumn = (typeof MSEL_COLUMNS)[number];
/** The others may be missing; their fields are then empty. */
export const MSEL_REQUIRED_COLUMNS = [
  'list',
  'key',
  'phase',
  'from',
  'channel',
  'to',
  'title_zh',
  'title_en',
  'text_zh',
  'text_en',
  'owner',
  'objectives',
] as const satisfies readonly MselColumn[];

/** Heading of a column in the file → the field that it holds; null leaves the column out. */
export const MselMapping = z
  .record(z.string().max(200), z.enum(MSEL_COLUMNS).nullable())
  .refine((mapping) => Object.keys(mapping).length <= 100, 'has more than 100 columns')
  .meta({ id: 'MselMapping' });
export type MselMapping = z.infer<typeof MselMapping>;

export const MselRowError = z
  .object({
    line: z.number().int().nullable().describe('Line in the sheet; the header is line 1. null: the whole'),
    column: z.enum(MSEL_COLUMNS).nullable(),
    value: z.string().nullable().describe('As it stands in the cell, shortened'),
    message: Text,
  })
  .meta({ id: 'MselRowError' });
export type MselRowError = z.infer<typeof MselRowError>;

export const MselImport = z
  .object({
    id: Uuid,
    scenarioId: Uuid,
    baseVersion: VersionRef.describe('The version whose injects the file replaces'),
    fileName: z.string(),
    status: z.enum(['ready', 'blocked', 'committed']).describe('blocked: has errors, cannot be committed'),
    columns: z
      .array(z.object({ heading: z.string(), column: z.enum(MSEL_COLUMNS).nullable() }))
      .describe('How the headings were read; null = left out'),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    removed: z.array(z.string()).describe('Keys of injects that the file no longer has'),
    preview: z
      .array(
        z.object({
          line: z.number().int(),
          action: z.enum(['add', 'change', 'unchanged', 'error']),
          list: z.string(),
          key: z.string(),
          title: z.object({ zh: z.string(), en: z.string() }),
          changes: z.array(z.enum(MSEL_COLUMNS)),
        }),
      )
      .describe('Every row, in the order of the file'),
    errorCount: z.number().int(),
    errors: z.array(MselRowError).describe('Up to 200, by line'),
    version: VersionRef.nullable().describe('The draft that committing made'),
    createdAt: IsoDateTime,
    createdBy: z.object({ id: Uuid, name: z.string() }),
    committedAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'MselImport' });
export type MselImport = z.infer<typeof MselImport>;
