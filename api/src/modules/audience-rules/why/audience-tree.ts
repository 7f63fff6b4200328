import type { Audience, AudienceCondition, ExplainedCondition, Text } from '@readyroom/contract';
import { conditionSql, type Place } from '../condition.sql.js';
import {
  activeWords,
  ALL_OF,
  ANY_OF,
  departmentWords,
  EVERYBODY,
  leafWords,
  namedWords,
  NO_LIMIT,
  NOT_THIS,
  NOTHING_TO_MEET,
  tierWords,
  type PathOf,
  type Subject,
} from './why-words.js';

/** A rule as far as it says whom it means; what is stored. */
export interface StoredAudience {
  readonly id: string;
  readonly everybody: boolean;
  readonly tiers: Audience['tiers'];
  readonly departmentIds: readonly string[];
  readonly scopeDepartmentId: string | null;
  readonly condition: AudienceCondition | null;
  readonly namesPeople: boolean;
}

/** One part of an audience: SQL over person `p` in department `d`, and its words once it is known what is the case. */
interface Part {
  readonly sql: string;
  readonly says: (subject: Subject, pathOf: PathOf, met: boolean) => Text;
  readonly parts: readonly Part[];
}

/**
 * The audience of a rule part by part. Each part is asked of the database by the SQL that assigns, so that an explanation
 * cannot say something else; a property test holds the whole against the statement that assigns.
 */
export function audienceTree(rule: StoredAudience, place: Place): Part {
  const named = (): Part => ({
    sql: `EXISTS (SELECT 1 FROM audience_rule_person n WHERE n.rule_id = ${place(rule.id)}::uuid AND n.person_id = p.id)`,
    says: (_, __, met) => namedWords(met),
    parts: [],
  });
  const criteria = criteriaOf(rule, place);
  const who = [...(criteria ? [criteria] : []), ...(rule.namesPeople || !criteria ? [named()] : [])];
  const scope: Part[] = rule.scopeDepartmentId ? [inDepartments([rule.scopeDepartmentId], place)] : [];
  const active: Part = { sql: `p.status = 'active'`, says: activeWords, parts: [] };
  return group([active, ...scope, ...(who.length === 1 ? who : [group(who, 'OR', ANY_OF)])], 'AND', ALL_OF);
}

/** Null when the rule has no criteria: it then means the people whom it names. */
function criteriaOf(rule: StoredAudience, place: Place): Part | null {
  if (!rule.everybody && rule.tiers.length === 0 && rule.departmentIds.length === 0) return null;
  const parts = [
    ...(rule.tiers.length > 0 ? [conditionPart({ tier: rule.tiers }, place)] : []),
    ...(rule.departmentIds.length > 0 ? [inDepartments(rule.departmentIds, place)] : []),
    ...(rule.condition ? [conditionPart(rule.condition, place)] : []),
  ];
  if (parts.length === 0) return { sql: 'true', says: () => EVERYBODY, parts: [] };
  return parts.length === 1 ? parts[0]! : group(parts, 'AND', ALL_OF);
}

const inDepartments = (ids: readonly string[], place: Place): Part => ({
  sql: conditionSql({ department: [...ids] }, place),
  says: (subject, pathOf) => departmentWords(ids, subject, pathOf),
  parts: [],
});

function conditionPart(condition: AudienceCondition, place: Place): Part {
  if ('all' in condition)
    return group(
      condition.all.map((part) => conditionPart(part, place)),
      'AND',
      ALL_OF,
    );
  if ('any' in condition)
    return group(
      condition.any.map((part) => conditionPart(part, place)),
      'OR',
      ANY_OF,
    );
  if ('not' in condition) {
    const part = conditionPart(condition.not, place);
    return { sql: `NOT ${part.sql}`, says: () => NOT_THIS, parts: [part] };
  }
  return {
    sql: conditionSql(condition, place),
    says: (subject, pathOf, met) =>
      'tier' in condition ? tierWords(condition.tier, subject) : leafWords(condition, subject, pathOf, met),
    parts: [],
  };
}

function group(parts: readonly Part[], by: 'AND' | 'OR', says: Text): Part {
  const none = by === 'AND' ? { sql: 'true', says: NO_LIMIT } : { sql: 'false', says: NOTHING_TO_MEET };
  return {
    sql: parts.length === 0 ? none.sql : `(${parts.map(({ sql }) => sql).join(` ${by} `)})`,
    says: () => (parts.length === 0 ? none.says : says),
    parts,
  };
}

/** The SQL of every part, each before its own parts: what `explained` expects the answers of. */
export const sqlOf = (part: Part): string[] => [part.sql, ...part.parts.flatMap(sqlOf)];

/** The tree with what is the case; `met` are the answers in the order of `sqlOf`, and are used up. */
export function explained(part: Part, met: boolean[], subject: Subject, pathOf: PathOf): ExplainedCondition {
  const own = met.shift()!;
  return {
    met: own,
    says: part.says(subject, pathOf, own),
    parts: part.parts.map((inner) => explained(inner, met, subject, pathOf)),
  };
}
export type { Part };
