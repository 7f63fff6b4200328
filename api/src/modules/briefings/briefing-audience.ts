import type { AudienceCondition, BriefingShift } from '@readyroom/contract';
import { conditionSql, placing } from '../audience-rules/index.js';
import { inScope } from '../departments/index.js';

export interface BriefingAudience {
  readonly audience: AudienceCondition;
  readonly shift: BriefingShift;
}

/** Whether the person `p` is on shift at that moment. */
export function onShiftSql(now: Date, values: unknown[]): string {
  const at = placing(values)(now);
  return `EXISTS (SELECT 1 FROM shift h WHERE h.person_id = p.id
    AND h.starts_at <= ${at}::timestamptz AND h.ends_at > ${at}::timestamptz)`;
}

/**
 * Who is asked, as SQL over the person `p` in the department `d`: people who are here, inside the scope of the sender.
 * Placeholders are added to `values`.
 */
export function audienceSql(
  { audience, shift }: BriefingAudience,
  scope: string | null,
  now: Date,
  values: unknown[],
): string {
  const place = placing(values);
  const fits = conditionSql(audience, place);
  const chosen =
    shift === 'all'
      ? fits
      : shift === 'only'
        ? `${fits} AND ${onShiftSql(now, values)}`
        : `(${fits} OR ${onShiftSql(now, values)})`;
  return `p.status = 'active' AND ${inScope('d', place(scope))} AND ${chosen}`;
}
