import type { Sql } from '../../platform/database/database.js';

interface Found {
  id: string;
  lineage: string[];
}

/**
 * The department at a path (names from the root joined by /); what is missing along it is made. Two transactions that
 * want the same department at once end up with the same one.
 * @returns its id
 */
export async function ensureDepartment(sql: Sql, path: string): Promise<string> {
  const names = path.split('/').map((name) => name.trim());
  if (names.some((name) => name === '')) throw new Error(`Not a department path: "${path}"`);
  let parent: Found | null = null;
  for (let depth = 1; depth <= names.length; depth++) {
    const here = names.slice(0, depth).join('/');
    // When somebody else has made it between look-up and insert, the insert waits for them and yields.
    parent =
      (await find(sql, here)) ??
      (await insert(sql, names[depth - 1]!, here, parent)) ??
      (await find(sql, here));
  }
  return parent!.id;
}

async function find(sql: Sql, path: string): Promise<Found | null> {
  const [row] = await sql.query<Found>('SELECT id, lineage FROM department WHERE path = $1', [path]);
  return row ?? null;
}

async function insert(sql: Sql, name: string, path: string, parent: Found | null): Promise<Found | null> {
  const [row] = await sql.query<Found>(
    `INSERT INTO department (id, parent_id, name, path, lineage)
     SELECT id, $1, $2, $3, $4::uuid[] || id FROM (SELECT uuidv7() AS id) t
     ON CONFLICT DO NOTHING RETURNING id, lineage`,
    [parent?.id ?? null, name, path, parent?.lineage ?? []],
  );
  return row ?? null;
}
