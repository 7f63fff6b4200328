import type { Answer, AttemptQuestion } from '@readyroom/contract';

export interface InputProps {
  question: AttemptQuestion;
  answer: Answer | null;
  onAnswer: (answer: Answer | null) => void;
}
