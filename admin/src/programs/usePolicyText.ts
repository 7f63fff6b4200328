import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { ProgramDocument } from '../providers/contract.js';
import { TIERS } from '../shared/TierChip.js';

type Policy = Pick<ProgramDocument, 'renewal' | 'drillEveryMonths' | 'refresherDays'>;

/** How long a program holds and how it is renewed, one sentence each. */
export function usePolicyText(): (policy: Policy) => string[] {
  const translate = useTranslate();
  return useCallback(
    ({ renewal, drillEveryMonths, refresherDays }: Policy) => {
      const T = (key: string, values?: object) => translate(`resources.programs.policy.${key}`, values);
      const counted = (key: string, smart_count: number) =>
        smart_count > 0 ? T(key, { smart_count }) : T(`${key}_none`);
      const cadence = TIERS.flatMap((tier) => {
        const smart_count = drillEveryMonths[tier];
        return smart_count ? [T('every', { smart_count, tier: translate(`tier.${tier}`) })] : [];
      });
      return [
        ...(renewal.validityMonths === null
          ? [T('forever')]
          : [
              T('valid', { smart_count: renewal.validityMonths }),
              counted('window', renewal.windowDays),
              counted('grace', renewal.graceDays),
              T('in_time'),
              ...(renewal.graceDays > 0 ? [T(renewal.anchor)] : []),
            ]),
        ...(refresherDays === null ? [] : [T('weak', { smart_count: refresherDays })]),
        ...(cadence.length ? [T('cadence', { tiers: cadence.join(translate('common.separator')) })] : []),
      ];
    },
    [translate],
  );
}
