import { z } from 'zod';

/** Shapes that every noun shares. Identifiers are lower-case UUID strings. */
export const Uuid = z.uuid().toLowerCase().describe('Identifier (UUID)');
/** No calendar that anybody uses has it, PostgreSQL's included. */
const notYear0 = (text: string): boolean => !text.startsWith('0000');
export const IsoDateTime = z.iso
  .datetime()
  .refine(notYear0, 'There is no year 0')
  .describe('Instant, ISO 8601 in UTC');
export const IsoDate = z.iso
  .date()
  .refine(notYear0, 'There is no year 0')
  .describe('Calendar day in the time zone of the organisation, YYYY-MM-DD');

export const TIERS = ['executive', 'manager', 'frontline'] as const;
export const Tier = z.enum(TIERS).describe('Where a person stands in the company');
export type Tier = z.infer<typeof Tier>;

export const ACCESS_ROLES = ['employee', 'trainer', 'hr', 'admin', 'auditor'] as const;
export const AccessRole = z.enum(ACCESS_ROLES).describe('What a person may do in Readyroom');
export type AccessRole = z.infer<typeof AccessRole>;

export const LOCALES = ['zh-CN', 'en'] as const;
export const Locale = z.enum(LOCALES).describe('Language of interface and content');
export type Locale = z.infer<typeof Locale>;

/** The same text in both languages. */
export const Text = z.object({ zh: z.string().min(1), en: z.string().min(1) }).meta({ id: 'Text' });
export type Text = z.infer<typeof Text>;

export const LocaleQuery = z.object({ locale: Locale.optional() });

const pageFields = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('First page is 1'),
  perPage: z.coerce.number().int().min(1).max(200).default(25),
  order: z.enum(['asc', 'desc']).default('asc'),
  q: z.string().trim().max(100).optional().describe('Free text'),
};

/** Query of a list: page, sort (one of the names given), filters. */
export const listQuery = <const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sorts: S,
  filters: F,
) => z.object({ ...pageFields, sort: z.enum(sorts).default(sorts[0] as S[number]), ...filters });

/** Body of a list: one page of items and how many there are in all. */
export const listOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), total: z.number().int().nonnegative() }).meta({ id });

/** A filter that may be given once or several times in a query string. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined || Array.isArray(v) ? v : [v]), z.array(item).max(200).optional());

export const Empty = z.object({}).meta({ id: 'Empty' });

/** `details` locates what is wrong: a path into the body, a row of a file, or the id concerned. */
export const ErrorBody = z
  .object({
    statusCode: z.number().int(),
    code: z.string().describe('Stable code, see ErrorCode'),
    message: z.string().describe('English, for logs and developers; interfaces translate the code'),
    details: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ErrorBody' });
export type ErrorBody = z.infer<typeof ErrorBody>;
