import type { Sql } from '../../platform/database/database.js';
import { DepartmentNotFound } from './completion.errors.js';

/** The department whose sub-tree a question is about; null = the whole organisation. */
export interface CompletionRoot {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** 1 for a root of the organisation. */
  readonly depth: number;
}

/**
 * What `departmentId` means to somebody with this scope: they begin at their own sub-tree, and what lies outside it
 * does not exist. Every number, list and export of completion goes through here.
 */
export async function completionRoot(
  sql: Sql,
  departmentId: string | undefined,
  scope: string | null,
): Promise<CompletionRoot | null> {
  const asked = departmentId ?? scope;
  if (!asked) return null;
  const [row] = await sql.query<CompletionRoot>(
    `SELECT id, name, path, cardinality(lineage) AS depth FROM department
     WHERE id = $1 AND ($2::uuid IS NULL OR lineage @> ARRAY[$2::uuid])`,
    [asked, scope],
  );
  if (!row) throw new DepartmentNotFound();
  return row;
}
