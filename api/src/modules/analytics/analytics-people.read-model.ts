import { Injectable } from '@nestjs/common';
import type { AnalyticsPeopleQuery, AnalyticsPerson } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../departments/index.js';
import { organisationDay } from '../standings/index.js';
import { analyse } from './analyse.js';
import { NumberUnnamed } from './analytics.errors.js';
import { ANSWERS, COMPLETIONS, filterValues, MEAN_PERCENT } from './analytics.sql.js';
import { BEHIND_COURSE, behindStep, stoppedBefore, type Stand } from './drop-off.sql.js';

type Query = z.infer<typeof AnalyticsPeopleQuery>;
type Person = z.infer<typeof AnalyticsPerson>;
type Row = Omit<Person, 'at'> & { at: Date; total: number };
/** What there is when the page lies beyond the end. */
type NoRow = { id: null; total: number };

/** Rows behind a number: id, person_id, at, percent, attempt_id; and what the statement takes after the filters. */
interface Behind {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const SORTS: Record<Query['sort'], string> = {
  name: 'p.name',
  employeeNo: 'p.employee_no',
  at: 'r.at',
  percent: 'r.percent',
};

/** The people behind the numbers of the charts. Their total is the number. */
@Injectable()
export class AnalyticsPeopleReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(query: Query, scope: Scope): Promise<{ items: Person[]; total: number }> {
    return analyse(this.database, async (sql) => {
      const { now, timeZone } = await organisationDay(sql, this.clock);
      const behind = behindNumber(query, now);
      const values = [...filterValues(query, scope, timeZone), ...behind.values];
      const bind = (value: unknown) => `$${values.push(value)}`;
      const search = query.q ? bind(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`) : null;
      const order = `ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, r.id ${query.order}`;
      const rows = await sql.query<Row | NoRow>(
        `WITH found AS MATERIALIZED (
           SELECT r.* FROM (${behind.sql}) r
           ${search ? `JOIN person p ON p.id = r.person_id WHERE p.name ILIKE ${search} OR p.employee_no ILIKE ${search}` : ''}
         )
         SELECT n.total, r.id, r.at, r.percent, r.attempt_id AS "attemptId", p.tier, d.path AS "departmentPath",
                json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person
         FROM (SELECT count(*) AS total FROM found) n
         LEFT JOIN (
           SELECT r.* FROM found r JOIN person p ON p.id = r.person_id
           ${order} LIMIT ${bind(query.perPage)} OFFSET ${bind((query.page - 1) * query.perPage)}
         ) r ON true
         LEFT JOIN person p ON p.id = r.person_id LEFT JOIN department d ON d.id = p.department_id ${order}`,
        values,
      );
      const page = rows.filter((row): row is Row => row.id !== null);
      return {
        items: page.map(toPerson),
        total: rows[0]!.total,
      };
    });
  }
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  person: row.person,
  departmentPath: row.departmentPath,
  tier: row.tier,
  at: row.at.toISOString(),
  percent: row.percent,
  attemptId: row.attemptId,
});

function behindNumber(query: Query, now: Date): Behind {
  switch (query.of) {
    case 'completions':
      return {
        sql: `SELECT c.id, c.person_id, c.completed_at AS at, c.score_percent AS percent, c.attempt_id ${COMPLETIONS}`,
        values: [],
      };
    case 'topic':
      if (!query.topic) throw new NumberUnnamed('topic');
      return { sql: answersOf('q.topic_key = $8'), values: [query.topic] };
    case 'question':
      if (!query.questionId) throw new NumberUnnamed('questionId');
      return { sql: answersOf('q.question_id = $8'), values: [query.questionId] };
    case 'reached':
    case 'finished':
    case 'stopped':
      return enrolments(query.of, query.stepId, now);
  }
}

/** One row a person: the mean over their answers, and the attempt of the latest. */
const answersOf = (condition: string): string => `
  SELECT p.id, p.id AS person_id, max(a.finished_at) AS at, ${MEAN_PERCENT} AS percent,
         (array_agg(a.id ORDER BY a.finished_at DESC, a.id DESC))[1] AS attempt_id
  ${ANSWERS} AND ${condition} GROUP BY p.id`;

/** One row an enrolment that stands so to a step, or without one to the whole course. */
function enrolments(stand: Stand, stepId: string | undefined, now: Date): Behind {
  const before = stepId || stand === 'stopped' ? [stoppedBefore(now)] : [];
  return {
    sql: `SELECT e.id, e.person_id, e.last_activity_at AS at, e.percent, NULL::uuid AS attempt_id
          FROM (${stepId ? behindStep(stand) : BEHIND_COURSE[stand]}) e`,
    values: [...before, ...(stepId ? [stepId] : [])],
  };
}
