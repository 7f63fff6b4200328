import { OUTLETS, type CoachCode, type CoachNote, type STATEMENT_ELEMENTS } from '@readyroom/contract';
import { toneOf } from '../lexicon/index.js';
import { COACH_ADVICE } from './coach-advice.js';
import * as say from './coach-patterns.js';

type Element = (typeof STATEMENT_ELEMENTS)[number];
type Outlet = (typeof OUTLETS)[number];

/** Room of a microblog: Chinese characters and full-width signs count one, others half. */
const MICROBLOG = 140;
const SHORTEST = 15;
/** Characters before a match within which it can be turned; looking at all of them takes time that grows with their square. */
const NEAR = 60;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * What a good colleague would say about a statement before it goes out. It reads the text; what the author ticked as
 * contained is believed where the text cannot tell. Of the crisis it knows nothing: whose fault it is and whether a rumour
 * is false is for the players to find out. Notes come in this order: content, manner, length. Feedback only: no score
 * looks at it.
 */
export function coach(
  text: string,
  elements: readonly Element[],
  outlets: readonly Outlet[] = OUTLETS,
): CoachNote[] {
  const notes: CoachNote[] = [];
  const note = (code: CoachCode, weight: CoachNote['weight'], quote: string | null = null): void => {
    notes.push({ code, weight, quote, advice: COACH_ADVICE[code] });
  };
  const lacks = (element: Element, pattern: RegExp): boolean =>
    !elements.includes(element) && find(text, pattern) === null;
  const quoteAs = (code: CoachCode, weight: CoachNote['weight'], pattern: RegExp): void => {
    const quote = find(text, pattern);
    if (quote !== null) note(code, weight, quote);
  };

  if (lacks('what_happened', say.HAPPENED)) note('no_what_happened', 'fix');
  if (lacks('who_is_affected', say.AFFECTED)) note('no_who_is_affected', 'fix');
  if (lacks('what_we_do', say.ACTION)) note('no_what_we_do', 'fix');
  nextUpdate(text, note);
  if (find(text, say.APOLOGY) === null) note('no_apology', 'consider');
  if (find(text, say.CONTACT) === null) note('no_contact', 'consider');
  denial(text, elements, note);
  quoteAs('blames_users', 'fix', say.BLAMES_USERS);
  quoteAs('legal_threat', 'consider', say.LEGAL_THREAT);
  quoteAs('plays_it_down', 'fix', say.PLAYS_DOWN);
  quoteAs('absolute_promise', 'fix', say.ABSOLUTE);
  quoteAs('speculation', 'fix', say.SPECULATION);
  quoteAs('jargon', 'consider', say.JARGON);
  manner(text, note);
  quoteAs('shouting', 'consider', say.SHOUTING);
  const length = microblogLength(text);
  if (outlets.includes('microblog') && length > MICROBLOG) note('too_long_for_microblog', 'consider');
  if (length < SHORTEST) note('too_short', 'fix');
  return notes;
}

type Note = (code: CoachCode, weight: CoachNote['weight'], quote?: string | null) => void;

/** An update counts only with a time in the same sentence, whatever was ticked. */
function nextUpdate(text: string, note: Note): void {
  const about = sentencesOf(text).filter((s) => find(s, say.UPDATE) !== null);
  if (about.length === 0) note('no_next_update', 'fix');
  else if (about.every((s) => find(s, say.TIME) === null))
    note('next_update_without_time', 'fix', about.at(-1)!);
}

function denial(text: string, elements: readonly Element[], note: Note): void {
  const denied = find(text, say.DENIAL);
  const shown = find(text, say.EVIDENCE) !== null;
  if (denied !== null) note('denial_unchecked', 'consider', denied);
  if (elements.includes('evidence') && !shown) note('evidence_without_reference', 'fix');
  else if (denied !== null && !shown) note('denial_without_evidence', 'fix', denied);
}

/** Words of attack weigh more than the mere lack of a word of care. */
function manner(text: string, note: Note): void {
  const tone = toneOf(text);
  const worst = [...tone.hits].sort((a, b) => a.weight - b.weight)[0];
  if (tone.stance === 'hostile' && worst !== undefined && worst.weight <= -2)
    note('cold_tone', 'fix', worst.word);
  else if (find(text, say.CARE) === null) note('cold_tone', 'consider');
}

/** First match that the words before it do not turn into its opposite, as it stands in the text. */
function find(text: string, pattern: RegExp): string | null {
  for (const match of text.matchAll(pattern))
    if (!say.TURNED.test(text.slice(Math.max(0, match.index - NEAR), match.index))) return match[0];
  return null;
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！？；;!?\n])|(?<=\.)\s+(?=\p{Lu})/u)
    .map((s) => s.trim())
    .filter((s) => s !== '');

/** Length as a microblog counts it, rounded up. */
export function microblogLength(text: string): number {
  let halves = 0;
  for (const character of text) halves += WIDE.test(character) ? 2 : 1;
  return Math.ceil(halves / 2);
}
