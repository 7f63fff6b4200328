/**
 * Whether the person `p` in the department `d` is in the audience of the rule `r`; the one definition, for previews
 * (where `r` is made of parameters) as for rules that are stored. `named` says how to look up the people named.
 *
 * `everybody` only keeps an audience without any condition from being empty: a tier or department given beside it
 * still narrows.
 */
const inAudience = (named: string): string => `
  p.status = 'active'
  AND (r.scope_department_id IS NULL OR d.lineage @> ARRAY[r.scope_department_id])
  AND (
    ((r.everybody OR r.tiers <> '{}' OR r.department_ids <> '{}')
      AND (r.tiers = '{}' OR p.tier = ANY(r.tiers))
      AND (r.department_ids = '{}' OR d.lineage && r.department_ids))
    OR ${named}
  )`;

export const IN_STORED_AUDIENCE = inAudience(
  'EXISTS (SELECT 1 FROM audience_rule_person n WHERE n.rule_id = r.id AND n.person_id = p.id)',
);
export const IN_GIVEN_AUDIENCE = inAudience('p.id = ANY(r.person_ids)');

/** Which exact set of people: equal when, and only when, the sets are equal. */
export const fingerprintOf = (id: string): string =>
  `coalesce(encode(sha256(convert_to(string_agg(${id}::text, ',' ORDER BY ${id}), 'UTF8')), 'hex'), 'nobody')`;

/** Due day of somebody who joined the audience of rule `r` on a day. No due day stays none. */
export const joinerDue = (dueOn: string, joinedOn: string, days: string): string =>
  `CASE WHEN ${dueOn}::date IS NULL THEN NULL ELSE greatest(${dueOn}::date, ${joinedOn} + ${days}) END`;
