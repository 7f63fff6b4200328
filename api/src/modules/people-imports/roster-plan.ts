import { createHash } from 'node:crypto';
import { inSlices } from './in-slices.js';
import { refuseManagerCycles } from './manager-cycles.js';
import type { Roster, RosterEntry, RosterFields, RowError } from './read-roster.js';
import type { RosterColumn } from './roster-columns.js';
import type { RowErrorCode } from './roster-values.js';

/** A person who is there already, as a row of a roster would describe them. */
export interface KnownPerson {
  readonly id: string;
  readonly fields: Readonly<Record<RosterColumn, string | null>>;
  /** Lies in the sub-tree that limits whoever imports. */
  readonly inScope: boolean;
}

/** What a plan has to know of the present. */
export interface StaffSnapshot {
  /** By employee number: everybody in the file, the managers it names, and everybody above them. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Employee number of the holder, by lower-case address: the addresses in the file. */
  readonly emails: ReadonlyMap<string, string>;
  /** Of the departments in the file and above them, the paths that exist. */
  readonly departments: ReadonlySet<string>;
  /** Path of the department that limits whoever imports; null = whole organisation. */
  readonly scopePath: string | null;
}

export interface FieldChange {
  readonly column: RosterColumn;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PlannedRow {
  readonly line: number;
  readonly action: 'create' | 'update' | 'unchanged' | 'error';
  readonly known: KnownPerson | null;
  readonly fields: RosterFields;
  readonly changes: readonly FieldChange[];
  readonly errors: readonly RowError[];
}

export interface RosterPlan {
  readonly rows: readonly PlannedRow[];
  readonly columns: readonly RosterColumn[];
  /** Paths to be made, parents before children. */
  readonly departmentsCreated: readonly string[];
  readonly errors: readonly RowError[];
  /** Of everything that a commit would do: two equal plans have the same. */
  readonly fingerprint: string;
}

/** What a person gets whom the file says nothing about. */
const NEW: RosterFields = { locale: 'zh-CN', status: 'active' };

/** Works out what committing a roster would do to the staff as it is, and what forbids it. Changes nothing. */
export async function planRoster(roster: Roster, staff: StaffSnapshot): Promise<RosterPlan> {
  const entries = roster.entries.map((entry) => ({ ...entry, errors: [...entry.errors] }));
  const inFile = new Map<string, RosterEntry>();
  for (const entry of entries) {
    const number = entry.fields.employee_no;
    if (number && !inFile.has(number)) inFile.set(number, entry);
  }
  for (const entry of entries) refuseOutOfScope(entry, staff);
  refuseTakenAddresses(entries, inFile, staff);
  for (const entry of entries) refuseUnknownManager(entry, inFile, staff);
  refuseManagerCycles(entries, inFile, staff);
  const rows = await inSlices(entries, (entry) => planRow(entry, staff));
  const departmentsCreated = missingDepartments(rows, staff);
  const errors = rows.flatMap((row) => row.errors);
  const fingerprint = await fingerprintOf(rows, departmentsCreated);
  return { rows, columns: roster.columns, departmentsCreated, errors, fingerprint };
}

function planRow({ line, fields: given, errors }: RosterEntry, staff: StaffSnapshot): PlannedRow {
  const known = (given.employee_no && staff.people.get(given.employee_no)) || null;
  const fields = known ? given : { ...NEW, ...given };
  const changes = Object.entries(fields).flatMap(([key, to]): FieldChange[] => {
    const column = key as RosterColumn;
    const from = known?.fields[column] ?? null;
    return from === to || column === 'employee_no' ? [] : [{ column, from, to }];
  });
  const action =
    errors.length > 0 ? 'error' : !known ? 'create' : changes.length > 0 ? 'update' : 'unchanged';
  return { line, action, known, fields, changes, errors };
}

const refuse = (
  entry: RosterEntry,
  column: RosterColumn,
  code: RowErrorCode,
  otherLine: number | null = null,
): void => {
  entry.errors.push({ line: entry.line, column, value: entry.fields[column] ?? null, code, otherLine });
};

const lies = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`);

function refuseOutOfScope(entry: RosterEntry, staff: StaffSnapshot): void {
  if (staff.scopePath === null) return;
  const { employee_no: number, department } = entry.fields;
  if (number && staff.people.get(number)?.inScope === false) refuse(entry, 'employee_no', 'out_of_scope');
  else if (department && !lies(department, staff.scopePath)) refuse(entry, 'department', 'out_of_scope');
}

function refuseTakenAddresses(
  entries: readonly RosterEntry[],
  inFile: ReadonlyMap<string, RosterEntry>,
  staff: StaffSnapshot,
) {
  const first = new Map<string, number>();
  for (const entry of entries) {
    const address = entry.fields.email?.toLowerCase();
    if (!address) continue;
    const otherLine = first.get(address);
    if (otherLine !== undefined) {
      refuse(entry, 'email', 'email_duplicate', otherLine);
      continue;
    }
    first.set(address, entry.line);
    const holder = staff.emails.get(address);
    // A holder who is in the file keeps the address only by naming it, which makes a duplicate of one of the two.
    if (holder !== undefined && holder !== entry.fields.employee_no && !inFile.has(holder))
      refuse(entry, 'email', 'email_taken');
  }
}

function refuseUnknownManager(
  entry: RosterEntry,
  inFile: ReadonlyMap<string, RosterEntry>,
  staff: StaffSnapshot,
): void {
  const { manager_no: manager, employee_no: number } = entry.fields;
  if (!manager || inFile.has(manager)) return;
  const known = staff.people.get(manager);
  const kept = number ? staff.people.get(number)?.fields.manager_no === manager : false;
  if (!known || (!known.inScope && !kept)) refuse(entry, 'manager_no', 'manager_unknown');
}

function missingDepartments(rows: readonly PlannedRow[], staff: StaffSnapshot): string[] {
  const missing = new Set<string>();
  for (const { fields, errors } of rows)
    if (fields.department && errors.length === 0)
      for (const path of withAncestors(fields.department))
        if (!staff.departments.has(path)) missing.add(path);
  // A parent is shorter than its children, so it comes before them.
  return [...missing].sort();
}

/** 客服中心/在线组 → 客服中心, 客服中心/在线组. */
export function withAncestors(path: string): string[] {
  const names = path.split('/');
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

async function fingerprintOf(
  rows: readonly PlannedRow[],
  departmentsCreated: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(departmentsCreated));
  await inSlices(rows, ({ line, action, known, changes, errors }) =>
    hash.update(JSON.stringify([line, action, known?.id ?? null, changes, errors])),
  );
  return hash.digest('base64url');
}
