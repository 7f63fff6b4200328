/** From this share of common bigrams on, two short posts say the same thing. */
export const SAME_FROM = 0.5;

const LINKS_AND_NAMES = /https?:\/\/\S+|[@#][\p{L}\p{N}_]+#?/gu;
const RUNS = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * Pairs of neighbouring characters: across a run of Chinese characters, and within each word of other scripts with the
 * word's ends marked, so that English posts are not alike merely because they are English. Links, mentions, hashtags,
 * case, width and punctuation do not count.
 */
export function bigramsOf(text: string): ReadonlySet<string> {
  const bigrams = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase().replace(LINKS_AND_NAMES, ' ');
  for (const [run] of plain.matchAll(RUNS)) {
    const characters = HAN.test(run) ? [...run] : ['_', ...run, '_'];
    for (let i = 0; i + 1 < characters.length; i += 1) bigrams.add(characters[i]! + characters[i + 1]!);
    if (characters.length === 1) bigrams.add(run);
  }
  return bigrams;
}

/** Jaccard: common bigrams ÷ all bigrams of both; 0 where one of the posts has none. */
export function bigramSimilarity(a: string, b: string): number {
  return jaccard(bigramsOf(a), bigramsOf(b));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const bigram of a) if (b.has(bigram)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
}

/** All pairs of posts that say the same thing, exactly (no sketching); the earlier post of the list is `a`. */
export function nearDuplicates(
  posts: readonly { readonly id: string; readonly text: string }[],
): SimilarPair[] {
  const sets = posts.map((p) => bigramsOf(p.text));
  const holders = new Map<string, number[]>();
  const pairs: SimilarPair[] = [];
  sets.forEach((bigrams, later) => {
    const common = new Map<number, number>();
    for (const bigram of bigrams) {
      const earlier = holders.get(bigram) ?? [];
      for (const i of earlier) common.set(i, (common.get(i) ?? 0) + 1);
      earlier.push(later);
      holders.set(bigram, earlier);
    }
    for (const [i, n] of [...common].sort((x, y) => x[0] - y[0])) {
      const similarity = n / (sets[i]!.size + bigrams.size - n);
      if (similarity >= SAME_FROM) pairs.push({ a: posts[i]!.id, b: posts[later]!.id, similarity });
    }
  });
  return pairs;
}
