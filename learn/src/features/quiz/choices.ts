import type { Answer, AttemptQuestion } from '@readyroom/contract';

const TRUE_FALSE = ['true', 'false'] as const;

/** Ids of what can be chosen by number, in the order shown. */
export const choiceIds = ({ type, options }: AttemptQuestion): readonly string[] => {
  if (type === 'boolean') return TRUE_FALSE;
  return type === 'single' || type === 'multiple' ? options.map(({ id }) => id) : [];
};

export const isChosen = (answer: Answer | null | undefined, id: string): boolean => {
  if (answer?.type === 'single') return answer.choice === id;
  if (answer?.type === 'multiple') return answer.choices.includes(id);
  return answer?.type === 'boolean' && String(answer.value) === id;
};

/** The answer after choosing one more: replaces it, or adds and takes away where several may be right. */
export function choose({ type }: AttemptQuestion, answer: Answer | null | undefined, id: string): Answer {
  if (type === 'boolean') return { type, value: id === 'true' };
  if (type !== 'multiple') return { type: 'single', choice: id };
  const chosen = answer?.type === 'multiple' ? answer.choices : [];
  return { type, choices: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] };
}
