import type { Answer, AttemptQuestion } from '@readyroom/contract';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../../shared/ui/keys.js';
import { choiceIds, choose } from './choices.js';

interface Keys {
  question: AttemptQuestion | undefined;
  current: Answer | null | undefined;
  onAnswer: (position: number, answer: Answer) => void;
  onNext: () => void;
}

const composing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;
/** Enter already means something on these. */
const ACTIVE = 'button, a, select, summary, textarea';

/** Number keys choose, Enter goes on; never while an input method composes, never out of a sheet. */
export function useQuizKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { question, current, onAnswer, onNext } = now.current;
      if (!question || document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter') {
        const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
        const onActive = event.target instanceof Element && event.target.closest(ACTIVE) !== null;
        if (composing(event) || modified || event.repeat || event.defaultPrevented || onActive) return;
        event.preventDefault();
        onNext();
        return;
      }
      if (isTyping(event) || !/^[1-9]$/.test(event.key)) return;
      const id = choiceIds(question)[Number(event.key) - 1];
      if (id === undefined) return;
      event.preventDefault();
      onAnswer(question.position, choose(question, current, id));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
