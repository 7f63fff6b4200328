import { keyOf, LEXICON, LONGEST, tokensOf, type LexiconEntry, type Token } from './lexicon.js';

export interface ToneHit {
  /** As it stands in the text. */
  readonly word: string;
  readonly from: number;
  readonly weight: number;
}

export interface Tone {
  readonly stance: 'hostile' | 'questioning' | 'supportive' | 'neutral';
  /** -1 to 1: sum of weights ÷ (sum of their sizes + 2). */
  readonly score: number;
  readonly hits: readonly ToneHit[];
}

/** A negation or degree reaches words that begin within so many tokens after it, in the same clause. */
const REACH = 4;
/** "Not bad" is good, but less than "good": a negation turns a weight and halves it. */
const NEGATED = -0.5;
/** Keeps one mild word from making a text wholly of one colour. */
const CALM = 2;
/** From this score on a text takes a side. */
const SIDE = 0.2;

const CLAUSE_END = /[,.;:!?\n，。；：！？、…]/u;

interface Modifier {
  readonly end: number;
  readonly factor: number;
}

/**
 * Tone of a short text in Chinese, English or both, by longest match from left to right against our own lexicon. Words
 * count with their weight, moved by degrees ("very") and turned by negations before them in the clause.
 */
export function toneOf(text: string): Tone {
  const tokens = tokensOf(text);
  const hits: ToneHit[] = [];
  let modifiers: Modifier[] = [];
  let asks = /[?？]/u.test(text);
  for (let i = 0; i < tokens.length;) {
    if (CLAUSE_END.test(tokens[i]!.text)) modifiers = [];
    const [entry, length] = longestAt(tokens, i);
    if (entry?.kind === 'word') {
      const factor = modifiers.filter((m) => i - m.end < REACH).reduce((f, m) => f * m.factor, 1);
      const [first, last] = [tokens[i]!, tokens[i + length - 1]!];
      hits.push({ word: text.slice(first.from, last.to), from: first.from, weight: entry.value * factor });
      modifiers = [];
    } else if (entry?.kind === 'question') asks = true;
    else if (entry && entry.kind !== 'plain')
      modifiers.push({ end: i + length, factor: entry.kind === 'degree' ? entry.value : NEGATED });
    i += length;
  }
  const sum = hits.reduce((s, h) => s + h.weight, 0);
  const size = hits.reduce((s, h) => s + (h.weight < 0 ? -h.weight : h.weight), 0);
  const score = sum / (size + CALM);
  const stance = score <= -SIDE ? 'hostile' : score >= SIDE ? 'supportive' : asks ? 'questioning' : 'neutral';
  return { stance, score, hits };
}

/** Entry that begins at a token and how many tokens it takes; one token where there is none. */
function longestAt(tokens: readonly Token[], start: number): [LexiconEntry | undefined, number] {
  for (let length = Math.min(LONGEST, tokens.length - start); length > 0; length -= 1) {
    const entry = LEXICON.get(keyOf(tokens.slice(start, start + length)));
    if (entry) return [entry, length];
  }
  return [undefined, 1];
}
