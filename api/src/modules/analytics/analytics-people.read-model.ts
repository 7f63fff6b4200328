import { Injectable } from '@nestjs/common';
import type { AnalyticsPeopleQuery, AnalyticsPerson } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../departments/index.js';
import { organisationDay } from '../standings/index.js';
import { NumberUnnamed } from './analytics.errors.js';
import {
  ANSWERS,
  COMPLETIONS,
  ENROLMENTS,
  FILTER_COUNT,
  filterValues,
  MEAN_PERCENT,
} from './analytics.sql.js';
import { FINISHED, REACHED, STEP_STATES, stoppedBefore } from './drop-off.sql.js';

type Query = z.infer<typeof AnalyticsPeopleQuery>;
type Person = z.infer<typeof AnalyticsPerson>;
type Row = Omit<Person, 'at'> & { at: Date | null };

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

  async list(query: Query, scope: Scope): Promise<{ items: Person[]; total: number }> {
    const { now, timeZone } = await organisationDay(this.database, this.clock);
    const behind = behindNumber(query, now);
    const values = [...filterValues(query, scope, timeZone), ...behind.values];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const search = query.q ? bind(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`) : null;
    const from = `FROM (${behind.sql}) r JOIN person p ON p.id = r.person_id
      ${search ? `WHERE p.name ILIKE ${search} OR p.employee_no ILIKE ${search}` : ''}`;
    const [count] = await this.database.query<{ total: number }>(`SELECT count(*) AS total ${from}`, values);
    const rows = await this.database.query<Row>(
      `SELECT n.id, json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person,
              d.path AS "departmentPath", p.tier, n.at, n.percent, n.attempt_id AS "attemptId"
       FROM (
         SELECT r.*, row_number() OVER (ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, r.id) AS place ${from}
         ORDER BY place LIMIT ${bind(query.perPage)} OFFSET ${bind((query.page - 1) * query.perPage)}
       ) n JOIN person p ON p.id = n.person_id JOIN department d ON d.id = p.department_id ORDER BY n.place`,
      values,
    );
    return { items: rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })), total: count!.total };
  }
}

/** First and second parameter after the filters. */
const [FIRST, SECOND] = [`$${FILTER_COUNT + 1}`, `$${FILTER_COUNT + 2}`];

function behindNumber(query: Query, now: Date): Behind {
  switch (query.of) {
    case 'completions':
      return {
        sql: `SELECT c.id, c.person_id, c.completed_at AS at, c.score_percent AS percent, c.attempt_id ${COMPLETIONS}`,
        values: [],
      };
    case 'topic':
      if (!query.topic) throw new NumberUnnamed('topic');
      return { sql: answersOf(`q.topic_key = ${FIRST}`), values: [query.topic] };
    case 'question':
      if (!query.questionId) throw new NumberUnnamed('questionId');
      return { sql: answersOf(`q.question_id = ${FIRST}`), values: [query.questionId] };
    case 'reached':
      if (!query.stepId) return { sql: enrolments('e.started_at'), values: [] };
      return stepStates('began_at', `step_id = ${SECOND} AND ${REACHED}`, now, query.stepId);
    case 'finished':
      if (!query.stepId)
        return { sql: `${enrolments('e.completed_at')} AND e.completed_at IS NOT NULL`, values: [] };
      return stepStates('finished_at', `step_id = ${SECOND} AND ${FINISHED}`, now, query.stepId);
    case 'stopped':
      if (!query.stepId) return stepStates('last_activity_at', 'stopped', now);
      return stepStates('last_activity_at', `step_id = ${SECOND} AND stopped`, now, query.stepId);
  }
}

/** One row a person: the mean over their answers, and the attempt of the latest. */
const answersOf = (condition: string): string => `
  SELECT p.id, p.id AS person_id, max(a.finished_at) AS at, ${MEAN_PERCENT} AS percent,
         (array_agg(a.id ORDER BY a.finished_at DESC, a.id DESC))[1] AS attempt_id
  ${ANSWERS} AND ${condition} GROUP BY p.id`;

/** One row an enrolment, `at` being an instant of it. */
const enrolments = (at: string): string =>
  `SELECT e.id, e.person_id, ${at} AS at, e.percent, NULL::uuid AS attempt_id ${ENROLMENTS}`;

/** One row an enrolment that stands in a certain way to a step (or to any). */
const stepStates = (at: string, condition: string, now: Date, ...step: string[]): Behind => ({
  sql: `WITH ${STEP_STATES}
    SELECT enrolment_id AS id, person_id, ${at} AS at, percent, NULL::uuid AS attempt_id FROM state WHERE ${condition}`,
  values: [stoppedBefore(now), ...step],
});
