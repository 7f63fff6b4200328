import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { AudienceRule } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';

/** By when: one day for all, or so many days after something; empty without a due day. */
export function useDueText(): (rule: Pick<AudienceRule, 'dueOn' | 'dueAfter'>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    ({ dueOn, dueAfter }) => {
      if (dueAfter)
        return translate(`resources.audience-rules.due_after.${dueAfter.kind}`, {
          smart_count: dueAfter.days,
        });
      return dueOn ? format.day(dueOn) : '';
    },
    [translate, format],
  );
}
