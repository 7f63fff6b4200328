import { Injectable } from '@nestjs/common';
import {
  DIFFERENCE_GROUPS,
  type DifferenceGroup,
  type DifferencePerson,
  type RuleChange,
  type RuleDifference,
  type RuleWarning,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { inScope, organisationDay } from '../../standings/index.js';
import { AudienceReadModel } from '../audience.read-model.js';
import { DIFFERENCE_FINGERPRINT, differenceOf } from './difference.sql.js';
import { planned, type PlannedRule } from './planned-rule.js';

type Warning = z.infer<typeof RuleWarning>;
type Group = RuleDifference['groups'][DifferenceGroup];
interface Summary {
  groups: (Omit<Group, 'sample'> & { group: DifferenceGroup })[];
  sample: DifferencePerson[];
  fingerprint: string;
  meant: number;
  everybody: number;
  withoutSignIn: number;
  late: number;
  sameProgram: number;
  sameProgramRules: { id: string; name: string }[];
}

const SAMPLE = 20;
const NOBODY: Group = {
  people: 0,
  elsewhere: 0,
  byTier: { executive: 0, manager: 0, frontline: 0 },
  sample: [],
};

/** What a rule would do before it is written: exactly what writing it does. */
@Injectable()
export class DifferenceReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audiences: AudienceReadModel,
  ) {}

  /** @throws as making or changing the rule would, except for an audience without people and a day in the past */
  async difference(change: RuleChange, scope: string | null): Promise<RuleDifference> {
    const rule = await this.plan(change, scope);
    const day = await organisationDay(this.database, this.clock);
    const { tables, values } = differenceOf(rule, day);
    values.push(scope);
    const [row] = await this.database.query<Summary>(summary(tables, `$${values.length}`), values);
    const groups = Object.fromEntries(
      DIFFERENCE_GROUPS.map((group) => {
        const { group: _, ...found } = row!.groups.find((one) => one.group === group) ?? {
          ...NOBODY,
          group,
        };
        return [group, { ...found, sample: row!.sample.filter((person) => person.group === group) }];
      }),
    ) as RuleDifference['groups'];
    return {
      today: day.today,
      groups,
      warnings: warningsOf(rule, row!, day.today),
      fingerprint: row!.fingerprint,
    };
  }

  /** Page of those in a group, or of all who are touched, by name. */
  async people(
    change: RuleChange,
    scope: string | null,
    group: DifferenceGroup | null,
    page: { limit: number; offset: number } | null,
  ): Promise<{ items: DifferencePerson[]; total: number }> {
    const rule = await this.plan(change, scope);
    const { tables, values } = differenceOf(rule, await organisationDay(this.database, this.clock));
    values.push(scope, group, page?.limit ?? null, page?.offset ?? 0);
    const [seen, which, limit, offset] = [3, 2, 1, 0].map((back) => `$${values.length - back}`);
    const rows = await this.database.query<{ person: DifferencePerson; total: number }>(
      `WITH ${tables}, listed AS (${listed(seen!)} AND (${which}::text IS NULL OR x."group" = ${which}))
       SELECT to_json(l) AS person, (SELECT count(*) FROM listed) AS total FROM listed l ORDER BY name, id LIMIT ${limit}::int OFFSET ${offset}::int`,
      values,
    );
    return { items: rows.map(({ person }) => person), total: rows[0]?.total ?? 0 };
  }

  /** The fingerprint of the whole difference as it is in `sql`: what somebody confirmed is compared with it. */
  async fingerprint(sql: Sql, rule: PlannedRule): Promise<{ fingerprint: string; meant: number }> {
    const { tables, values } = differenceOf(rule, await organisationDay(sql, this.clock));
    const [row] = await sql.query<{ fingerprint: string; meant: number }>(
      `WITH ${tables} SELECT ${DIFFERENCE_FINGERPRINT} AS fingerprint, (SELECT count(*) FROM meant) AS meant FROM person_of_rule x`,
      values,
    );
    return row!;
  }

  private async plan(change: RuleChange, scope: string | null): Promise<PlannedRule> {
    if ('make' in change) {
      await this.audiences.checkCourses(change.make.courseIds);
      if (change.make.programId) await this.audiences.checkProgram(change.make.programId);
      await this.audiences.checkReach(change.make.audience, scope);
    } else if ('audience' in change && change.audience)
      await this.audiences.checkReach(change.audience, scope);
    return planned(this.database, change, scope);
  }
}

function warningsOf(rule: PlannedRule, found: Summary, today: string): Warning[] {
  if (rule.audience === null) return [];
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], people: number, rules: Warning['rules'] = []): void => {
    warnings.push({ code, people, rules });
  };
  if (found.meant === 0) warn('nobody', 0);
  else if (found.meant === found.everybody) warn('everybody', found.meant);
  if (found.late > 0 || (rule.dueOn !== null && rule.dueOn < today)) warn('due_in_past', found.late);
  if (found.meant > 0 && found.withoutSignIn === found.meant) warn('nobody_signs_in', found.meant);
  if (found.sameProgram > 0) warn('same_program', found.sameProgram, found.sameProgramRules);
  return warnings;
}

/** People who have moved out of the reader's sub-tree are not told of; the fingerprint is of all. */
const listed = (scope: string): string => `
  SELECT p.id, p.name, p.employee_no AS "employeeNo", p.tier, d.path AS "departmentPath", x."group", x.due_on AS "dueOn",
         x.due_before AS "dueBefore", x.elsewhere
  FROM person_of_rule x JOIN person p ON p.id = x.id JOIN department d ON d.id = p.department_id WHERE ${inScope('d', scope)}`;

const TIER = (tier: string): string => `'${tier}', count(*) FILTER (WHERE tier = '${tier}')`;

const summary = (tables: string, scope: string): string => `
  WITH ${tables}, listed AS MATERIALIZED (${listed(scope)})
  SELECT
    (SELECT coalesce(json_agg(g), '[]') FROM (
       SELECT "group", count(*) AS people, count(*) FILTER (WHERE elsewhere) AS elsewhere,
         json_build_object(${TIER('executive')}, ${TIER('manager')}, ${TIER('frontline')}) AS "byTier" FROM listed GROUP BY 1) g) AS groups,
    (SELECT coalesce(json_agg(s ORDER BY s.name, s.id), '[]')
     FROM unnest(ARRAY['gains', 'due_moves', 'keeps', 'ends', 'stays']) AS each(name)
     CROSS JOIN LATERAL (SELECT * FROM listed l WHERE l."group" = each.name ORDER BY l.name, l.id LIMIT ${SAMPLE}) s) AS sample,
    (SELECT ${DIFFERENCE_FINGERPRINT} FROM person_of_rule x) AS fingerprint,
    (SELECT count(*) FROM meant) AS meant,
    (SELECT count(*) FROM person p JOIN department d ON d.id = p.department_id WHERE p.status = 'active' AND ${inScope('d', scope)}) AS everybody,
    (SELECT count(*) FROM meant m WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = m.id)
       AND NOT EXISTS (SELECT 1 FROM sign_in_link l WHERE l.person_id = m.id AND l.used_at IS NULL AND l.expires_at > $15)) AS "withoutSignIn",
    (SELECT count(*) FROM person_of_rule x WHERE x."group" IN ('gains', 'due_moves') AND x.due_on < $13::date) AS late,
    o.people AS "sameProgram", o.rules AS "sameProgramRules"
  FROM (
    SELECT count(DISTINCT a.person_id) AS people,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.created_at) FROM audience_rule u
                WHERE u.id = ANY(array_agg(DISTINCT a.rule_id))), '[]') AS rules
    FROM program_assignment a JOIN audience_rule l ON l.id = a.rule_id AND l.withdrawn_at IS NULL
    WHERE a.program_id = $12::uuid AND a.withdrawn_at IS NULL AND a.rule_id IS DISTINCT FROM $1::uuid
      AND a.person_id IN (SELECT id FROM meant)
  ) o`;
