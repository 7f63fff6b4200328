import { EN_DEGREES, EN_NEGATIONS, EN_PLAIN, EN_QUESTIONS, EN_WORDS } from './words-en.js';
import { ZH_DEGREES, ZH_NEGATIONS, ZH_PLAIN, ZH_QUESTIONS, ZH_WORDS } from './words-zh.js';

/** `plain` says nothing: it keeps its parts from being read as something else. */
export type EntryKind = 'word' | 'negation' | 'degree' | 'question' | 'plain';

export interface LexiconEntry {
  readonly kind: EntryKind;
  /** Weight of a word, factor of a degree; 0 otherwise. */
  readonly value: number;
}

/** A Chinese character, a word of letters, or a sign that ends a clause. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKENS =
  /\p{Script=Han}|[^\P{L}\p{Script=Han}]+(?:['’][^\P{L}\p{Script=Han}]+)*|[,.;:!?\n，。；：！？、…]/gu;

/** Offsets are into the text as given; letters in lower case, one apostrophe. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKENS), (match) => ({
    text: match[0].toLowerCase().replaceAll('’', "'"),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

export const keyOf = (tokens: readonly { text: string }[]): string => tokens.map((t) => t.text).join(' ');

/** Entries by their tokens; a word that is listed as one thing is listed as nothing else. */
export const LEXICON: ReadonlyMap<string, LexiconEntry> = build();

/** Longest entry, in tokens. */
export const LONGEST: number = [...LEXICON.keys()].reduce((most, key) => {
  const length = key.split(' ').length;
  return length > most ? length : most;
}, 0);

function build(): Map<string, LexiconEntry> {
  const lexicon = new Map<string, LexiconEntry>();
  const add = (words: string, apart: string, entry: LexiconEntry): void => {
    for (const word of words.split(apart)) lexicon.set(keyOf(tokensOf(word)), entry);
  };
  for (const [value, words] of ZH_WORDS) add(words, ' ', { kind: 'word', value });
  for (const [value, words] of EN_WORDS) add(words, '; ', { kind: 'word', value });
  for (const [value, words] of ZH_DEGREES) add(words, ' ', { kind: 'degree', value });
  for (const [value, words] of EN_DEGREES) add(words, '; ', { kind: 'degree', value });
  add(ZH_NEGATIONS, ' ', { kind: 'negation', value: 0 });
  add(EN_NEGATIONS, '; ', { kind: 'negation', value: 0 });
  add(ZH_QUESTIONS, ' ', { kind: 'question', value: 0 });
  add(EN_QUESTIONS, '; ', { kind: 'question', value: 0 });
  add(ZH_PLAIN, ' ', { kind: 'plain', value: 0 });
  add(EN_PLAIN, '; ', { kind: 'plain', value: 0 });
  return lexicon;
}
