import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { AudienceRule } from '../providers/contract.js';
import { useConditionText } from './condition/useConditionText.js';

/** "Manager, Frontline · Customer care · and 3 named people" */
export function useAudienceText(): (rule: AudienceRule) => string {
  const translate = useTranslate();
  const conditionText = useConditionText();
  return useCallback(
    ({ audience }: AudienceRule) => {
      if (audience.everybody && audience.condition) return conditionText(audience.condition);
      if (audience.everybody) return translate('resources.audience-rules.audience_everybody');
      const conditions = audience.condition ? [conditionText(audience.condition)] : [];
      const separator = translate('common.separator');
      const people = audience.personIds.length;
      const others = [
        audience.tiers.map((tier) => translate(`tier.${tier}`)).join(separator),
        audience.departments.map((department) => department.path).join(separator),
        ...conditions,
      ].filter(Boolean);
      const named = translate(`resources.audience-rules.audience_people${others.length ? '_plus' : ''}`, {
        smart_count: people,
      });
      return [...others, ...(people ? [named] : [])].join(' · ');
    },
    [translate, conditionText],
  );
}
