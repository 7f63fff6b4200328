import type { Audience, RuleChange } from '@readyroom/contract';
import type { Sql } from '../../../platform/database/database.js';
import { AudienceRuleNotFound, RuleWithdrawn } from '../audience-rules.errors.js';

/** A rule as it would be after a change that nothing has written yet. */
export interface PlannedRule {
  /** null = it would be made. */
  readonly ruleId: string | null;
  readonly courseIds: readonly string[];
  readonly programId: string | null;
  /** null = it would be ended. */
  readonly audience: Audience | null;
  readonly scopeDepartmentId: string | null;
  readonly dueKind: string;
  readonly dueOn: string | null;
  readonly dueDays: number | null;
  readonly joinersDueDays: number;
  /** Whether due days that were given are worked out anew. */
  readonly movesDue: boolean;
}

type Stored = Omit<PlannedRule, 'movesDue' | 'audience'> & { audience: Audience; withdrawn: boolean };
type Due = Pick<PlannedRule, 'dueKind' | 'dueOn' | 'dueDays'>;

/** Days for joiners of a rule that is not there yet: they do not matter to the people who are. */
const JOINERS_DUE_DAYS = 14;

/** @throws AudienceRuleNotFound when the actor may not see the rule, RuleWithdrawn */
export async function planned(sql: Sql, change: RuleChange, scope: string | null): Promise<PlannedRule> {
  if ('make' in change) {
    const { courseIds, programId, audience, dueOn, dueAfter } = change.make;
    return {
      ruleId: null,
      courseIds,
      programId,
      audience,
      scopeDepartmentId: scope,
      ...dueOf({ dueOn, dueAfter }),
      joinersDueDays: JOINERS_DUE_DAYS,
      movesDue: true,
    };
  }
  const [rule] = await sql.query<Stored>(STORED, [change.ruleId, scope]);
  if (!rule) throw new AudienceRuleNotFound();
  if (rule.withdrawn) throw new RuleWithdrawn();
  if ('withdraw' in change) return { ...rule, audience: null, movesDue: false };
  const { dueOn, dueAfter } = change;
  const due: Due =
    dueOn === undefined && dueAfter === undefined
      ? rule
      : dueOf({ dueOn: dueOn ?? null, dueAfter: dueAfter ?? null });
  return {
    ...rule,
    audience: change.audience ?? rule.audience,
    dueKind: due.dueKind,
    dueOn: due.dueOn,
    dueDays: due.dueDays,
    // What depends on a person is worked out anew whenever the rules are.
    movesDue: due.dueKind !== 'fixed' || rule.dueKind !== 'fixed' || due.dueOn !== rule.dueOn,
  };
}

const dueOf = ({
  dueOn,
  dueAfter,
}: {
  dueOn: string | null;
  dueAfter: { kind: string; days: number } | null;
}): Due => ({ dueKind: dueAfter?.kind ?? 'fixed', dueOn, dueDays: dueAfter?.days ?? null });

const STORED = `
  SELECT r.id AS "ruleId", r.program_id AS "programId", r.scope_department_id AS "scopeDepartmentId", r.due_kind AS "dueKind",
    r.due_on AS "dueOn", r.due_days AS "dueDays", r.joiners_due_days AS "joinersDueDays", r.withdrawn_at IS NOT NULL AS withdrawn,
    ARRAY(SELECT course_id FROM audience_rule_course c WHERE c.rule_id = r.id) AS "courseIds",
    json_build_object('everybody', r.everybody, 'tiers', r.tiers, 'departmentIds', r.department_ids, 'condition', r.condition,
      'personIds', ARRAY(SELECT person_id FROM audience_rule_person n WHERE n.rule_id = r.id)) AS audience
  FROM audience_rule r
  WHERE r.id = $1 AND ($2::uuid IS NULL OR EXISTS (
    SELECT 1 FROM department d WHERE d.id = r.scope_department_id AND d.lineage @> ARRAY[$2::uuid]))`;
