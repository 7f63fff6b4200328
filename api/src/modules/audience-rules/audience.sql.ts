import type { AudienceCondition } from '@readyroom/contract';
import type { Sql } from '../../platform/database/database.js';
import { conditionSql, type Place } from './condition.sql.js';

/**
 * Whether the person `p` in the department `d` is in the audience of the rule `r`; the one definition, for previews
 * (where `r` is made of parameters) as for rules that are stored. `named` says how to look up the people named.
 *
 * `everybody` only keeps an audience without any condition from being empty: a tier or department given beside it
 * still narrows.
 */
const inAudience = (named: string, condition: string): string => `
  p.status = 'active'
  AND (r.scope_department_id IS NULL OR d.lineage @> ARRAY[r.scope_department_id])
  AND (
    ((r.everybody OR r.tiers <> '{}' OR r.department_ids <> '{}')
      AND (r.tiers = '{}' OR p.tier = ANY(r.tiers))
      AND (r.department_ids = '{}' OR d.lineage && r.department_ids)
      AND ${condition})
    OR ${named}
  )`;

/** Over stored rules `r`; `conditions` are those of the rules that have one. */
export const inStoredAudience = (conditions: readonly StoredCondition[], place: Place): string =>
  inAudience(
    'EXISTS (SELECT 1 FROM audience_rule_person n WHERE n.rule_id = r.id AND n.person_id = p.id)',
    conditions.length === 0
      ? 'true'
      : `CASE r.id ${conditions.map(({ id, condition }) => `WHEN ${place(id)}::uuid THEN ${conditionSql(condition, place)}`).join(' ')} ELSE true END`,
  );

/** Over an audience `r` that is made of parameters. */
export const inGivenAudience = (condition: AudienceCondition | null, place: Place): string =>
  inAudience('p.id = ANY(r.person_ids)', condition ? conditionSql(condition, place) : 'true');

export interface StoredCondition {
  readonly id: string;
  readonly condition: AudienceCondition;
}

/** Of all live rules, or of one. */
export function conditionsOf(sql: Sql, ruleId: string | null = null): Promise<StoredCondition[]> {
  return sql.query(
    `SELECT id, condition FROM audience_rule
     WHERE condition IS NOT NULL AND withdrawn_at IS NULL AND ($1::uuid IS NULL OR id = $1) ORDER BY id`,
    [ruleId],
  );
}

/** Which exact set of people: equal when, and only when, the sets are equal. */
export const fingerprintOf = (id: string): string =>
  `coalesce(encode(sha256(convert_to(string_agg(${id}::text, ',' ORDER BY ${id}), 'UTF8')), 'hex'), 'nobody')`;

/**
 * Due day that rule `r` gives the person `p` whom it assigned on a day. A fixed day is for those who were there; whoever
 * joins later, or whose hire or move lies long back, has at least the days for joiners. No due day stays none.
 */
export const dueDay = (
  assignedOn: string,
  joinedLater: string,
  r = 'r',
  p = 'p',
): string => `CASE ${r}.due_kind
  WHEN 'fixed' THEN CASE WHEN ${joinedLater} AND ${r}.due_on IS NOT NULL
    THEN greatest(${r}.due_on, ${assignedOn} + ${r}.joiners_due_days) ELSE ${r}.due_on END
  WHEN 'after_assignment' THEN ${assignedOn} + ${r}.due_days
  ELSE greatest(${assignedOn} + ${r}.joiners_due_days,
    coalesce(CASE ${r}.due_kind WHEN 'after_hire' THEN ${p}.hire_date ELSE ${p}.department_since END, ${assignedOn}) + ${r}.due_days)
  END`;
