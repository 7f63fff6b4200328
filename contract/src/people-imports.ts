import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Locale, Uuid } from './common.js';

export const ROSTER_COLUMNS = [
  'employee_no',
  'name',
  'english_name',
  'email',
  'phone',
  'department',
  'position',
  'tier',
  'manager_no',
  'hire_date',
  'tags',
  'location',
  'time_zone',
  'locale',
  'status',
] as const;
export const ROSTER_REQUIRED_COLUMNS = ['employee_no', 'name', 'department', 'tier'] as const;

export const IMPORT_ROW_ERRORS = [
  'employee_no_missing',
  'employee_no_duplicate',
  'name_missing',
  'name_too_long',
  'formula',
  'email_invalid',
  'email_taken',
  'email_duplicate',
  'department_missing',
  'tier_unknown',
  'status_unknown',
  'locale_unknown',
  'time_zone_unknown',
  'date_impossible',
  'manager_unknown',
  'manager_cycle',
  'value_too_long',
  'character_invalid',
  'column_count',
  'out_of_scope',
] as const;
export const ImportRowError = z
  .object({
    line: z.number().int().describe('Line in the file; the header is line 1'),
    column: z.string().nullable(),
    value: z.string().nullable(),
    code: z.enum(IMPORT_ROW_ERRORS),
    otherLine: z.number().int().nullable().describe('The line it collides with'),
  })
  .meta({ id: 'ImportRowError' });
export const ImportRowErrorList = listOf(ImportRowError, 'ImportRowErrorList');

export const PeopleImport = z
  .object({
    id: Uuid,
    fileName: z.string(),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'gb18030', 'xlsx']),
    status: z.enum(['ready', 'blocked', 'committed']).describe('blocked: has errors, cannot be committed'),
    rows: z.number().int(),
    created: z.number().int().describe('New people'),
    updated: z.number().int(),
    unchanged: z.number().int(),
    leaving: z.number().int().describe('Rows that turn an active person into one who left'),
    departmentsCreated: z.array(z.string()).describe('Paths'),
    byTier: z.object({ executive: z.number().int(), manager: z.number().int(), frontline: z.number().int() }),
    byStatus: z.object({ active: z.number().int(), left: z.number().int() }),
    errorCount: z.number().int(),
    ignoredColumns: z.array(z.string()),
    sample: z
      .array(
        z.object({
          line: z.number().int(),
          action: z.enum(['create', 'update', 'unchanged', 'error']),
          employeeNo: z.string(),
          name: z.string(),
          changes: z.array(
            z.object({ column: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      )
      .describe('Up to 50 rows: errors first, then updates, then new people'),
    createdAt: IsoDateTime,
    committedAt: IsoDateTime.nullable(),
    createdBy: z.object({ id: Uuid, name: z.string() }),
  })
  .meta({ id: 'PeopleImport' });
export type PeopleImport = z.infer<typeof PeopleImport>;
export const PeopleImportList = listOf(PeopleImport, 'PeopleImportList');
export const PeopleImportsQuery = listQuery(['createdAt'], {});
export const ImportErrorsQuery = listQuery(['line'], {});
export const RosterFileQuery = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  locale: Locale.optional().describe('Language of headings and reasons; without it that of the person'),
});
