import { Injectable } from '@nestjs/common';
import type {
  AuditQuery,
  AuditRecord,
  RecordedPeopleQuery,
  RecordedPerson,
  RecordedPersonList,
  Text,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';

type Query = z.infer<typeof AuditQuery>;
interface Row extends Omit<AuditRecord, 'at' | 'changes' | 'subjectName' | 'names'> {
  at: Date;
  changes: Record<string, [unknown, unknown] | null>;
  subjectName: Text | null;
}

/** Reads the audit trail. Who is limited to a sub-tree sees what concerns its people, and what its people did. */
@Injectable()
export class AuditReadModel {
  constructor(private readonly database: Database) {}

  async list(query: Query, scope: Scope): Promise<{ items: AuditRecord[]; total: number }> {
    const values = [
      scope,
      query.kind?.length ? query.kind : null,
      query.actorId ?? null,
      query.personId ?? null,
      query.from ?? null,
      query.to ?? null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM audit_entry e ${WHERE}`,
      values,
    );
    const rows = await this.database.query<Row>(
      `WITH page AS (
         SELECT e.* FROM audit_entry e ${WHERE} ORDER BY e.at ${query.order}, e.id ${query.order} LIMIT $7 OFFSET $8)
       SELECT e.id, e.at, e.action, e.kind, coalesce(e.subject, ${SUBJECT_TABLE}) AS subject, e.subject_id AS "subjectId", e.changes,
         CASE WHEN e.actor_id IS NOT NULL THEN json_build_object('id', e.actor_id, 'name', coalesce(a.name, '')) END AS actor,
         CASE WHEN e.person_id IS NOT NULL THEN json_build_object('id', e.person_id, 'name', coalesce(p.name, '')) END AS person,
         ${SUBJECT_NAME} AS "subjectName"
       FROM page e
       CROSS JOIN LATERAL (SELECT CASE WHEN e.subject_id ~ '^[0-9a-f-]{36}$' THEN e.subject_id::uuid END AS id) u
       LEFT JOIN person a ON a.id = e.actor_id LEFT JOIN person p ON p.id = e.person_id
       ORDER BY e.at ${query.order}, e.id ${query.order}`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    const names = await this.names(rows);
    return { items: rows.map((row) => toRecord(row, names)), total: count!.total };
  }

  /** People by name or number, those who left and those who were erased as well. */
  async people(
    query: z.infer<typeof RecordedPeopleQuery>,
    scope: Scope,
  ): Promise<z.infer<typeof RecordedPersonList>> {
    const rows = await this.database.query<RecordedPerson & { total: number }>(
      `SELECT p.id, p.name, p.employee_no AS "employeeNo", count(*) OVER ()::int AS total
       FROM person p JOIN department d ON d.id = p.department_id
       WHERE ${inScope('d', '$1')} AND ($2::uuid[] IS NULL OR p.id = ANY($2))
         AND ($3::text IS NULL OR strpos(lower(p.name), $3) > 0 OR strpos(lower(p.english_name), $3) > 0
           OR starts_with(lower(p.employee_no), $3))
       ORDER BY p.name ${query.order}, p.id LIMIT $4 OFFSET $5`,
      [
        scope,
        query.id?.length ? query.id : null,
        query.q?.toLowerCase() || null,
        query.perPage,
        (query.page - 1) * query.perPage,
      ],
    );
    return {
      items: rows.map(({ id, name, employeeNo }) => ({ id, name, employeeNo })),
      total: rows[0]?.total ?? 0,
    };
  }

  /** Of the people, departments, programs and courses that changes speak of. */
  private async names(rows: readonly Row[]): Promise<Map<string, Text>> {
    const ids = [...new Set(rows.flatMap(({ changes }) => JSON.stringify(changes).match(UUIDS) ?? []))];
    if (ids.length === 0) return new Map();
    const found = await this.database.query<{ id: string; name: Text }>(NAMES, [ids]);
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const NAMES = `
  SELECT id, jsonb_build_object('zh', name, 'en', coalesce(english_name, name)) AS name FROM person WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, jsonb_build_object('zh', name, 'en', name) FROM department WHERE id = ANY($1::uuid[])
  UNION ALL SELECT g.id, v.document->'title' FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = ANY($1::uuid[])
  UNION ALL SELECT id, jsonb_build_object('zh', '第 ' || number || ' 版', 'en', 'version ' || number)
  FROM program_version WHERE id = ANY($1::uuid[])`;

const within = (column: string): string =>
  `EXISTS (SELECT 1 FROM person s JOIN department d ON d.id = s.department_id WHERE s.id = e.${column} AND ${inScope('d', '$1')})`;

const ZONE = '(SELECT time_zone FROM organisation)';
const WHERE = `WHERE ($1::uuid IS NULL OR CASE WHEN e.person_id IS NOT NULL THEN ${within('person_id')} ELSE ${within('actor_id')} END)
  AND ($2::text[] IS NULL OR e.kind = ANY($2)) AND ($3::uuid IS NULL OR e.actor_id = $3)
  AND ($4::uuid IS NULL OR e.person_id = $4) AND ($5::date IS NULL OR e.at >= ($5::date::timestamp AT TIME ZONE ${ZONE}))
  AND ($6::date IS NULL OR e.at < (($6::date + 1)::timestamp AT TIME ZONE ${ZONE}))`;

/** Identifiers are unique over all tables, so one of them answers. */
const named = (table: string, name: string): string =>
  `(SELECT jsonb_build_object('zh', x.${name}, 'en', x.${name}) FROM ${table} x WHERE x.id = u.id)`;
const SUBJECT_NAME = `CASE WHEN u.id IS NOT NULL THEN coalesce(
  ${named('department', 'name')}, ${named('audience_rule', 'name')},
  (SELECT v.document->'title' FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = u.id),
  (SELECT v.title FROM course_version v WHERE v.id = u.id)) END`;

/** What an operation named by its id alone. */
const SUBJECT_TABLE = `CASE WHEN EXISTS (SELECT FROM program x WHERE x.id = u.id) THEN 'program'
  WHEN EXISTS (SELECT FROM audience_rule x WHERE x.id = u.id) THEN 'audience_rule'
  WHEN EXISTS (SELECT FROM department x WHERE x.id = u.id) THEN 'department' END`;

const toRecord = (row: Row, known: ReadonlyMap<string, Text>): AuditRecord => ({
  ...row,
  at: row.at.toISOString(),
  changes: Object.entries(row.changes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, pair]) => ({
      field,
      before: pair?.[0] ?? null,
      after: pair?.[1] ?? null,
      hidden: pair === null,
    })),
  names: Object.fromEntries(
    (JSON.stringify(row.changes).match(UUIDS) ?? []).flatMap((id) =>
      known.has(id) ? [[id, known.get(id)!] as const] : [],
    ),
  ),
});
