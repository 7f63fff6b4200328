import { useCallback } from 'react';
import { useGetMany, useTranslate } from 'react-admin';
import type { AudienceCondition, Person } from '../../providers/contract.js';
import { useDepartments } from '../../shared/useDepartments.js';
import { useFormat } from '../../shared/useFormat.js';
import { conditionText } from './conditionText.js';

const NOBODY: string[] = [];

/** Conditions as sentences. People are named when their ids are given here, else counted. */
export function useConditionText(personIds: string[] = NOBODY): (condition: AudienceCondition) => string {
  const translate = useTranslate();
  const format = useFormat();
  const { byId } = useDepartments();
  const { data: people } = useGetMany<Person>(
    'people',
    { ids: personIds },
    { enabled: personIds.length > 0 },
  );
  return useCallback(
    (condition: AudienceCondition) =>
      conditionText(condition, {
        text: (key, values) => translate(`condition.say.${key}`, values),
        tier: (tier) => translate(`tier.${tier}`),
        role: (role) => translate(`role.${role}`),
        department: (id) => byId.get(id)?.path ?? '…',
        person: (id) => people?.find((person) => person?.id === id)?.name ?? null,
        day: format.day,
      }),
    [translate, byId, people, format],
  );
}
