import { Injectable } from '@nestjs/common';
import type { Today } from '@readyroom/contract';
import type { z } from 'zod';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { organisationDay } from '../standings/index.js';
import { analyse } from './analyse.js';
import {
  ANSWERS,
  COMPLETIONS,
  FAILING_PERCENT,
  filterValues,
  MEAN_PERCENT,
  MIN_ANSWERS,
} from './analytics.sql.js';

type Numbers = z.infer<typeof Today>;

const LOOK_AHEAD_DAYS = 7;
const LOOK_BACK_DAYS = 7;

/** What the start page of the console counts. Each number has the definition of the list that it opens. */
@Injectable()
export class TodayReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope): Promise<z.infer<typeof Today>> {
    return analyse(this.database, async (sql) => {
      const { today, timeZone, now } = await organisationDay(sql, this.clock);
      const everything = filterValues({}, scope, timeZone);
      const lastDays = filterValues({ from: addDays(today, 1 - LOOK_BACK_DAYS), to: today }, scope, timeZone);
      const one = async (text: string, values: readonly unknown[]) =>
        (await sql.query<Numbers>(text, values))[0];
      return {
        ...(await one(DUE, [scope, today, addDays(today, LOOK_AHEAD_DAYS)])),
        ...(await one(STAFF, [scope, now])),
        ...(await one(COMPLETED, lastDays)),
        ...(await one(FAILING, everything)),
        ...(await one(REST, [scope])),
      } as Numbers;
    });
  }
}

const COMPLETED = `SELECT count(*) AS "completedLast7Days" ${COMPLETIONS}`;

/** $1 scope, $2 today, $3 last day to look ahead to. */
const DUE = `
  SELECT count(DISTINCT s.person_id) FILTER (WHERE s.due_on < $2) AS "overduePeople",
         count(DISTINCT s.person_id) FILTER (WHERE s.due_on BETWEEN $2 AND $3) AS "dueThisWeek"
  FROM standing s JOIN department d ON d.id = s.department_id
  WHERE s.counted AND s.progress <> 'completed' AND s.due_on <= $3 AND ${inScope('d', '$1')}`;

/** $1 scope, $2 now. No way in: neither a password that still opens nor a link. */
const STAFF = `
  SELECT count(*) AS people, count(*) FILTER (
    WHERE NOT EXISTS (
      SELECT FROM credential c WHERE c.person_id = p.id AND (NOT c.temporary OR coalesce(c.expires_at, 'infinity') > $2))
    AND NOT EXISTS (
      SELECT FROM sign_in_link l WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > $2)
  ) AS "neverSignedIn"
  FROM person p JOIN department d ON d.id = p.department_id
  WHERE p.status = 'active' AND ${inScope('d', '$1')}`;

const FAILING = `
  SELECT count(*) AS "failingQuestions" FROM (
    SELECT 1 ${ANSWERS} GROUP BY q.question_id
    HAVING count(*) >= ${MIN_ANSWERS} AND ${MEAN_PERCENT} < ${FAILING_PERCENT}
  ) q`;

/** Versions belong to everybody, rules to those whose sub-tree they were made in. */
const REST = `
  SELECT (SELECT count(*) FROM course_version WHERE status = 'draft') AS "draftVersions",
    (SELECT count(*) FROM audience_rule r LEFT JOIN department d ON d.id = r.scope_department_id
     WHERE r.withdrawn_at IS NULL AND coalesce(${inScope('d', '$1')}, false)) AS "liveRules"`;
