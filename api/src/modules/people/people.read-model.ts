import { Injectable } from '@nestjs/common';
import type { Person, PeopleQuery } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { inScope } from '../departments/index.js';
import { maskPhone } from './phone.js';

type Query = z.infer<typeof PeopleQuery>;
type Row = Omit<Person, 'emailTrouble' | 'lastSignInAt' | 'createdAt' | 'updatedAt'> & {
  bounced: { answer: string; at: string } | null;
  lastSignInAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** The pinyin order of names is that of their column. */
const SORTS: Record<Query['sort'], string> = {
  name: 'p.name',
  employeeNo: 'p.employee_no',
  department: 'd.path COLLATE zh_pinyin',
  hireDate: 'p.hire_date',
  updatedAt: 'p.updated_at',
};

const FROM = `person p JOIN department d ON d.id = p.department_id
  LEFT JOIN person m ON m.id = p.manager_id LEFT JOIN credential c ON c.person_id = p.id`;

/** What a person has to get in with at `now` (a parameter). What has expired does not count. */
const signInState = (now: string): string => `CASE
  WHEN NOT c.temporary THEN 'own'
  WHEN c.temporary AND coalesce(c.expires_at, 'infinity') > ${now} THEN 'temporary'
  WHEN EXISTS (SELECT FROM sign_in_link l WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > ${now}) THEN 'invited'
  ELSE 'never' END`;

/** The last word of the mail server about the address that is on record now, if it was that there is none. */
const BOUNCED = `(
  SELECT CASE WHEN y.state = 'bounced' AND l.address = p.email
    THEN json_build_object('answer', y.reason, 'at', y.tried_at) END
  FROM delivery y JOIN mail l ON l.id = y.mail_id
  WHERE y.person_id = p.id AND y.channel = 'email' AND y.state IN ('sent', 'bounced')
  ORDER BY y.tried_at DESC, y.id DESC LIMIT 1)`;

const columns = (now: string): string => `
  p.id, p.employee_no AS "employeeNo", p.name, p.english_name AS "englishName", p.email, ${BOUNCED} AS bounced, p.phone,
  json_build_object('id', d.id, 'name', d.name, 'path', d.path) AS department, p.position, p.tier,
  CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name, 'employeeNo', m.employee_no) END AS manager,
  p.hire_date AS "hireDate", p.location, p.time_zone AS "timeZone", p.locale, p.status, p.roles, p.tags, p.department_since AS "departmentSince",
  p.scope_department_id AS "scopeDepartmentId", ${signInState(now)} AS "signInState",
  p.last_sign_in_at AS "lastSignInAt", p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;

/** People as the console shows them, only those in the scope of whoever asks. */
@Injectable()
export class PeopleReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: Query): Promise<{ items: Person[]; total: number }> {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const now = bind(this.clock.now());
    const where = [`${now}::timestamptz IS NOT NULL`, inScope('d', bind(actor.scopeDepartmentId))];
    if (query.tier) where.push(`p.tier = ANY(${bind(query.tier)}::tier[])`);
    if (query.departmentId) where.push(`d.lineage @> ARRAY[${bind(query.departmentId)}::uuid]`);
    if (query.status) where.push(`p.status = ${bind(query.status)}`);
    if (query.role) where.push(`${bind(query.role)} = ANY(p.roles)`);
    if (query.managerId) where.push(`p.manager_id = ${bind(query.managerId)}`);
    if (query.id) where.push(`p.id = ANY(${bind(query.id)}::uuid[])`);
    if (query.signInState) where.push(`${signInState(now)} = ${bind(query.signInState)}`);
    if (query.tag) where.push(`p.tags @> ARRAY[${bind(query.tag)}]`);
    if (query.q) where.push(matching(query.q, bind));
    const filter = where.join(' AND ');
    const [counted] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${FROM} WHERE ${filter}`,
      values,
    );
    const order = query.order === 'desc' ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
    const rows = await this.database.query<Row>(
      `SELECT ${columns(now)} FROM ${FROM} WHERE ${filter} ORDER BY ${SORTS[query.sort]} ${order}, p.id
       LIMIT ${bind(query.perPage)} OFFSET ${bind((query.page - 1) * query.perPage)}`,
      values,
    );
    return { items: rows.map((row) => toPerson(row, actor)), total: counted!.total };
  }

  async one(actor: Actor, id: string, sql: Sql = this.database): Promise<Person | null> {
    const [row] = await sql.query<Row>(
      `SELECT ${columns('$3')} FROM ${FROM} WHERE p.id = $1 AND ${inScope('d', '$2')}`,
      [id, actor.scopeDepartmentId, this.clock.now()],
    );
    return row ? toPerson(row, actor) : null;
  }
}

/** Anywhere in names, number and address; initials from their beginning: zw finds 张伟. */
function matching(q: string, bind: (value: unknown) => string): string {
  const literal = q.replace(/[\\%_]/g, '\\$&');
  const anywhere = bind(`%${literal}%`);
  const columns = ['p.name', 'p.english_name', 'p.employee_no', 'p.email'];
  return `(${columns.map((column) => `${column} ILIKE ${anywhere}`).join(' OR ')} OR p.name_initials LIKE lower(${bind(`${literal}%`)}))`;
}

const toPerson = ({ bounced, ...row }: Row, actor: Actor): Person => ({
  ...row,
  emailTrouble: bounced && { answer: bounced.answer, at: new Date(bounced.at).toISOString() },
  phone: row.phone !== null && !actor.permissions.has('person.write') ? maskPhone(row.phone) : row.phone,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
