import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../standings/index.js';

export interface DepartmentRow {
  id: string;
  parent_id: string | null;
  name: string;
  path: string;
  lineage: string[];
}

/** Departments as rows. What lies outside the scope is not found. */
@Injectable()
export class DepartmentsRepository {
  async find(sql: Sql, scope: Scope, id: string): Promise<DepartmentRow | null> {
    const [row] = await sql.query<DepartmentRow>(
      `SELECT id, parent_id, name, path, lineage FROM department d WHERE id = $1 AND ${inScope('d', '$2')}`,
      [id, scope],
    );
    return row ?? null;
  }

  async insert(sql: Sql, name: string, parent: DepartmentRow | null): Promise<string> {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO department (id, parent_id, name, path, lineage)
       SELECT id, $1, $2, $3, $4::uuid[] || id FROM (SELECT uuidv7() AS id) t RETURNING id`,
      [parent?.id ?? null, name, parent ? `${parent.path}/${name}` : name, parent?.lineage ?? []],
    );
    return row!.id;
  }

  /** Gives a department another name or parent and rewrites path and lineage of everything below it. */
  async move(sql: Sql, row: DepartmentRow, name: string, parent: DepartmentRow | null): Promise<void> {
    await sql.query(
      `UPDATE department SET
         parent_id = CASE WHEN id = $1 THEN $2 ELSE parent_id END,
         name = CASE WHEN id = $1 THEN $3 ELSE name END,
         path = $4 || substr(path, length($5) + 1),
         lineage = $6::uuid[] || lineage[$7:]
       WHERE lineage @> ARRAY[$1::uuid]`,
      [
        row.id,
        parent?.id ?? null,
        name,
        parent ? `${parent.path}/${name}` : name,
        row.path,
        parent?.lineage ?? [],
        row.lineage.length,
      ],
    );
  }

  /** Deletes unless anything hangs on it; says whether it did. */
  async deleteEmpty(sql: Sql, id: string): Promise<boolean> {
    const deleted = await sql.query(
      `DELETE FROM department d WHERE id = $1
         AND NOT EXISTS (SELECT FROM department WHERE parent_id = d.id)
         AND NOT EXISTS (SELECT FROM person WHERE department_id = d.id OR scope_department_id = d.id)
       RETURNING id`,
      [id],
    );
    return deleted.length === 1;
  }
}
