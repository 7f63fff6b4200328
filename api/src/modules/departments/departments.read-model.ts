import { Injectable } from '@nestjs/common';
import type { Department } from '@readyroom/contract';
import { Database, type Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../standings/index.js';

interface Row {
  id: string;
  parent_id: string | null;
  name: string;
  path: string;
  depth: number;
  people: number;
  people_in_subtree: number;
}

const siblings = new Intl.Collator('zh-u-co-pinyin');

/** Departments with how many active people they have. */
@Injectable()
export class DepartmentsReadModel {
  constructor(private readonly database: Database) {}

  /** In tree order. Whoever is limited to a sub-tree sees its top as a root. */
  async tree(scope: Scope, sql: Sql = this.database): Promise<Department[]> {
    const rows = await sql.query<Row>(
      `WITH own AS (SELECT department_id, count(*) AS people FROM person WHERE status = 'active' GROUP BY 1),
       below AS (
         SELECT ancestor AS department_id, sum(own.people) AS people
         FROM own JOIN department d ON d.id = own.department_id CROSS JOIN unnest(d.lineage) AS ancestor GROUP BY 1)
       SELECT d.id, CASE WHEN d.id = $1 THEN NULL ELSE d.parent_id END AS parent_id, d.name, d.path,
              cardinality(d.lineage) - coalesce(cardinality(top.lineage), 1) AS depth,
              coalesce(own.people, 0) AS people, coalesce(below.people, 0) AS people_in_subtree
       FROM department d LEFT JOIN department top ON top.id = $1
         LEFT JOIN own ON own.department_id = d.id LEFT JOIN below ON below.department_id = d.id
       WHERE ${inScope('d', '$1')}`,
      [scope],
    );
    return inTreeOrder(rows).map((row) => ({
      id: row.id,
      name: row.name,
      parentId: row.parent_id,
      path: row.path,
      depth: row.depth,
      people: row.people,
      peopleInSubtree: row.people_in_subtree,
    }));
  }

  async one(scope: Scope, id: string, sql: Sql = this.database): Promise<Department | undefined> {
    return (await this.tree(scope, sql)).find((department) => department.id === id);
  }
}

function inTreeOrder(rows: readonly Row[]): Row[] {
  const children = new Map<string | null, Row[]>();
  for (const row of rows) children.set(row.parent_id, [...(children.get(row.parent_id) ?? []), row]);
  const below = (parent: string | null): Row[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => siblings.compare(a.name, b.name))
      .flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}
