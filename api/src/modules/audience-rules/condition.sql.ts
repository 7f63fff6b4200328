import type { AudienceCondition } from '@readyroom/contract';

/** Takes a value and answers the placeholder under which a statement finds it. */
export type Place = (value: unknown) => string;

/** The placeholders of a statement, `values` being those it has already. */
export function placing(values: unknown[]): Place {
  return (value) => `$${values.push(value)}`;
}

/**
 * The condition as SQL over the person `p` in the department `d`. What a rule says is read here and in `explain`, and a
 * property test holds the two together.
 */
export function conditionSql(condition: AudienceCondition, place: Place): string {
  if ('all' in condition) return joined(condition.all, 'AND', 'true', place);
  if ('any' in condition) return joined(condition.any, 'OR', 'false', place);
  if ('not' in condition) return `NOT ${conditionSql(condition.not, place)}`;
  if ('tier' in condition) return `p.tier = ANY(${place(condition.tier)}::tier[])`;
  if ('department' in condition) return `d.lineage && ${place(condition.department)}::uuid[]`;
  if ('position' in condition)
    return `coalesce(lower(btrim(p.position)) = ANY(${place(condition.position.map(word))}::text[]), false)`;
  if ('role' in condition) return `p.roles && ${place(condition.role)}::text[]`;
  if ('tag' in condition) return `p.tags && ${place(condition.tag.map(word))}::text[]`;
  if ('person' in condition) return `p.id = ANY(${place(condition.person)}::uuid[])`;
  const { from, to } = condition.hired;
  return `coalesce(p.hire_date BETWEEN coalesce(${place(from)}::date, '-infinity') AND coalesce(${place(to)}::date, 'infinity'), false)`;
}

/** How words are compared; tags are stored this way. */
export const word = (text: string): string => text.trim().toLowerCase();

function joined(parts: readonly AudienceCondition[], by: string, none: string, place: Place): string {
  return parts.length === 0 ? none : `(${parts.map((part) => conditionSql(part, place)).join(` ${by} `)})`;
}
