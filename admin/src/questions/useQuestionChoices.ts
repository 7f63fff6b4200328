import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Question } from '../providers/contract.js';

const TYPES = [
  'single',
  'multiple',
  'boolean',
  'ordering',
  'matching',
  'numeric',
  'short',
] as const satisfies readonly Question['type'][];
const DIFFICULTIES = [1, 2, 3] as const;

/** Types, difficulties and states as choices of a filter. */
export function useQuestionChoices() {
  const translate = useTranslate();
  return useMemo(() => {
    const T = (key: string) => translate(`resources.questions.${key}`);
    return {
      types: TYPES.map((id) => ({ id, name: T(`type.${id}`) })),
      difficulties: DIFFICULTIES.map((id) => ({ id, name: T(`difficulty.${id}`) })),
      states: [
        { id: false, name: T('state.current') },
        { id: true, name: T('state.retired') },
      ],
    };
  }, [translate]);
}
