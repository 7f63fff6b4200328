import type { Sql } from '../../platform/database/database.js';

/**
 * The department at a path (names from the root joined by /); what is missing along it is made. Two transactions that
 * want the same department at once end up with the same one.
 * @returns its id
 */
export async function ensureDepartment(sql: Sql, path: string): Promise<string> {
  const names = path.split('/').map((name) => name.trim());
  if (names.some((name) => name === '')) throw new Error(`Not a department path: "${path}"`);
  let parent: { id: string; lineage: string[] } | undefined;
  for (let depth = 1; depth <= names.length; depth++) {
    const values = [parent?.id ?? null, names[depth - 1], names.slice(0, depth).join('/'), parent?.lineage ?? []];
    // The update that changes nothing makes a department answer also when another transaction has just made it.
    const [row] = await sql.query<{ id: string; lineage: string[] }>(
      `WITH found AS (SELECT id, lineage FROM department WHERE path = $3),
       made AS (
         INSERT INTO department (id, parent_id, name, path, lineage)
         SELECT id, $1, $2, $3, $4::uuid[] || id FROM (SELECT uuidv7() AS id) t WHERE NOT EXISTS (SELECT FROM found)
         ON CONFLICT (path) DO UPDATE SET path = excluded.path
         RETURNING id, lineage)
       SELECT id, lineage FROM found UNION ALL SELECT id, lineage FROM made`,
      values,
    );
    parent = row;
  }
  return parent!.id;
}
