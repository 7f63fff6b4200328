import { useTranslate } from 'react-admin';
import { useDepartments } from '../../shared/useDepartments.js';
import { peopleIn } from '../condition/tree.js';
import { useConditionText } from '../condition/useConditionText.js';
import type { Draft } from './draft.js';

const NOBODY: string[] = [];

/** Whom a draft means, in words. */
export function useDraftText(draft: Draft): (draft: Draft) => string {
  const translate = useTranslate();
  const { byId } = useDepartments();
  const conditionText = useConditionText(draft.who === 'condition' ? peopleIn(draft.condition) : NOBODY);
  return ({ who, tiers, departmentIds, personIds, condition }) => {
    if (who === 'everybody') return translate('resources.audience-rules.audience_everybody');
    if (who === 'condition') return conditionText(condition);
    const separator = translate('common.separator');
    const others = [
      tiers.map((tier) => translate(`tier.${tier}`)).join(separator),
      departmentIds.map((id) => byId.get(id)?.path ?? '…').join(separator),
    ].filter(Boolean);
    const named = translate(`resources.audience-rules.audience_people${others.length ? '_plus' : ''}`, {
      smart_count: personIds.length,
    });
    return [...others, ...(personIds.length ? [named] : [])].join(' · ');
  };
}
