import { z } from 'zod';
import { IsoDateTime, Locale, Text, Uuid } from './common.js';
import { unknownPlaceholders } from './notice-text.js';

export const LEGAL_BASES = ['employment', 'duty', 'security', 'interest'] as const;
export const ON_ERASURE = ['pseudonym', 'null', 'delete', 'redact', 'keep', 'secret'] as const;

/** One table of the database as the register of personal columns has it. */
export const PersonalTable = z
  .object({
    table: z.string(),
    label: Text,
    purpose: Text,
    basis: z.enum(LEGAL_BASES),
    retention: Text,
    why: Text.nullable().describe('Why the columns that an erasure keeps stay'),
    exported: z.boolean().describe('Has rows of one person, and is in what they can take away'),
    columns: z.array(
      z.object({
        column: z.string(),
        onErasure: z
          .enum(ON_ERASURE)
          .describe(
            'pseudonym, null, delete; redact = the text stays without names; secret = deleted and never exported',
          ),
      }),
    ),
    plain: z.number().int().describe('Columns that are not personal'),
  })
  .meta({ id: 'PersonalTable' });
export const PersonalRegister = z
  .object({
    tables: z.array(PersonalTable),
    notPersonal: z.array(z.string()).describe('Tables about nobody'),
  })
  .meta({ id: 'PersonalRegister' });
export type PersonalRegister = z.infer<typeof PersonalRegister>;

export const NOTICE_MAX = 20_000;
const noticeText = z
  .string()
  .trim()
  .min(1)
  .max(NOTICE_MAX)
  .refine((text) => unknownPlaceholders(text).length === 0, {
    message: 'Only {{organisation}} may stand in double braces',
  });
export const PublishNoticeBody = z
  .strictObject({
    text: z.strictObject({ zh: noticeText, en: noticeText }),
    version: z.int().min(1).describe('The next one, so that two who publish at once do not publish twice'),
  })
  .meta({ id: 'PublishNoticeBody' });

export const PrivacyNotice = z
  .object({
    version: z.number().int(),
    text: Text,
    digest: z
      .string()
      .describe('SHA-256 of both texts as published, before the organisation is named in them'),
    publishedAt: IsoDateTime,
  })
  .meta({ id: 'PrivacyNotice' });
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;
export const PrivacyNotices = z
  .object({
    items: z.array(
      PrivacyNotice.extend({
        publishedBy: z
          .object({ id: Uuid, name: z.string() })
          .nullable()
          .describe('Null: it came with the product'),
        accepted: z.number().int().describe('People who accepted it'),
      }),
    ),
    waiting: z.number().int().describe('Active people who have not accepted the newest'),
  })
  .meta({ id: 'PrivacyNotices' });
export type PrivacyNotices = z.infer<typeof PrivacyNotices>;

/** What the signed-in person was told or has to be told, with the name of the organisation. */
export const MyNotice = z
  .object({
    notice: PrivacyNotice.nullable().describe('The newest; null when the organisation has published none'),
    acceptedAt: IsoDateTime.nullable(),
    contacts: z.array(z.string()).describe('Names of administrators whom somebody who declines can ask'),
  })
  .meta({ id: 'MyNotice' });
export type MyNotice = z.infer<typeof MyNotice>;
export const AcceptNoticeBody = z
  .strictObject({ version: z.int().min(1), locale: Locale.describe('The language it was read in') })
  .meta({ id: 'AcceptNoticeBody' });

/** What is wrong in one's own data, in one's own words. */
export const AskCorrectionBody = z
  .strictObject({ text: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'AskCorrectionBody' });
export const CorrectionAsked = z
  .object({ recipients: z.array(z.string()).describe('Names of those who were told') })
  .meta({ id: 'CorrectionAsked' });
export type CorrectionAsked = z.infer<typeof CorrectionAsked>;

/** What is deleted or emptied by itself, and after how many days. */
export const RETENTION_RULES = ['sessions', 'throttles', 'links', 'imports', 'letters'] as const;
export type RetentionRule = (typeof RETENTION_RULES)[number];
const days = z.int().min(1).max(3_650);
export const RetentionSettings = z
  .strictObject({
    days: z.strictObject({ sessions: days, throttles: days, links: days, imports: days, letters: days }),
    eraseAfterMonths: z.int().min(1).max(240).nullable().describe('After leaving; null = nobody is proposed'),
    eraseByItself: z.boolean().describe('false = people are proposed, and somebody decides'),
  })
  .refine((settings) => !settings.eraseByItself || settings.eraseAfterMonths !== null, {
    message: 'Needs a number of months',
    path: ['eraseAfterMonths'],
  })
  .meta({ id: 'RetentionSettings' });
export type RetentionSettings = z.infer<typeof RetentionSettings>;

const counts = z.record(z.string(), z.number().int());
export const Retention = z
  .object({
    settings: z.object({
      days: z.record(z.string(), z.number().int()),
      eraseAfterMonths: z.number().int().nullable(),
      eraseByItself: z.boolean(),
    }),
    due: counts.describe('What the next run would delete or empty, by rule; nothing is changed by asking'),
    next: z
      .record(z.string(), IsoDateTime.nullable())
      .describe('When the first of what is not due yet will be; null when nothing is kept'),
    lastRun: z.object({ at: IsoDateTime, counts }).nullable(),
    proposed: z
      .array(z.object({ id: Uuid, name: z.string(), employeeNo: z.string(), leftAt: IsoDateTime }))
      .describe('People who left long enough ago, the first 200'),
    proposedTotal: z.number().int(),
    erased: z
      .array(
        z.object({
          id: Uuid,
          pseudonym: z.string(),
          erasedAt: IsoDateTime,
          by: z.object({ id: Uuid, name: z.string() }).nullable().describe('Null = by itself'),
        }),
      )
      .describe('People erased so far, the newest 200'),
    erasedTotal: z.number().int(),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof Retention>;

/** What erasing somebody would change and what stays, before anything happens. */
export const ErasurePreview = z
  .object({
    personId: Uuid,
    name: z.string(),
    employeeNo: z.string(),
    erasedAt: IsoDateTime.nullable().describe('Already erased'),
    pseudonym: z.string(),
    obstacle: z
      .enum(['erasure.still_active', 'erasure.last_admin', 'erasure.open_drill'])
      .nullable()
      .describe('Why it is not possible now'),
    namesake: z.boolean().describe('Somebody else has the same name: in texts of others the name stays'),
    tables: z.array(
      z.object({
        table: z.string(),
        label: Text,
        changed: z.number().int().describe('Rows that are deleted, emptied or get the pseudonym'),
        mentions: z.number().int().describe('Rows of anybody in whose texts something is replaced'),
        stays: z.number().int().describe('Rows that stay, under the pseudonym'),
        why: Text.nullable(),
      }),
    ),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** The second step: the employee number, typed again. */
export const ErasePersonBody = z
  .strictObject({ employeeNo: z.string().trim().min(1).max(100) })
  .meta({ id: 'ErasePersonBody' });
export const Erased = z
  .object({ personId: Uuid, pseudonym: z.string(), erasedAt: IsoDateTime, counts })
  .meta({ id: 'Erased' });
export type Erased = z.infer<typeof Erased>;
