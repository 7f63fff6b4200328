import { useWords } from '../useWords.js';
import type { Cast } from './letters.js';

const KNOWN = new Set(['no_address', 'no_server', 'superseded']);

/** Why a letter did not go out; what a mail server said stays in its own words. */
export function useReasonText(): (reason: string | null) => string {
  const W = useWords();
  return (reason) => {
    if (reason === null) return W('letter.reason.unknown');
    return KNOWN.has(reason) ? W(`letter.reason.${reason}`) : reason;
  };
}

/** What somebody was told last and what became of it. */
export function useLetterText(): (letter: NonNullable<Cast['letter']>) => string {
  const W = useWords();
  const reasonText = useReasonText();
  return ({ kind, state, reason }) => {
    const said = W('letter.text', { kind: W(`letter.kind.${kind}`), state: W(`letter.state.${state}`) });
    return reason === null || state === 'sent'
      ? said
      : W('letter.with_reason', { said, reason: reasonText(reason) });
  };
}
