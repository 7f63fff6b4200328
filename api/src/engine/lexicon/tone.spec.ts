import fc from 'fast-check';
import { keyOf, LEXICON, tokensOf } from './lexicon.js';
import { toneOf } from './tone.js';
import { EN_DEGREES, EN_NEGATIONS, EN_PLAIN, EN_QUESTIONS, EN_WORDS } from './words-en.js';
import { ZH_DEGREES, ZH_NEGATIONS, ZH_PLAIN, ZH_QUESTIONS, ZH_WORDS } from './words-zh.js';

const lists = {
  zh: {
    words: ZH_WORDS.flatMap(([, words]) => words.split(' ')),
    all: [
      ...ZH_WORDS.map(([, w]) => w),
      ...ZH_DEGREES.map(([, w]) => w),
      ZH_NEGATIONS,
      ZH_PLAIN,
      ZH_QUESTIONS,
    ].flatMap((w) => w.split(' ')),
  },
  en: {
    words: EN_WORDS.flatMap(([, words]) => words.split('; ')),
    all: [
      ...EN_WORDS.map(([, w]) => w),
      ...EN_DEGREES.map(([, w]) => w),
      EN_NEGATIONS,
      EN_PLAIN,
      EN_QUESTIONS,
    ].flatMap((w) => w.split('; ')),
  },
};

describe.each(['zh', 'en'] as const)('the lexicon in %s', (language) => {
  const { words, all } = lists[language];

  it('has some hundred and fifty words and lists none of them twice', () => {
    expect(words.length).toBeGreaterThanOrEqual(150);
    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  });

  it('finds every word by itself with its own weight', () => {
    for (const word of words) {
      const { hits } = toneOf(word);
      expect([word, hits.map((h) => h.weight)]).toEqual([word, [LEXICON.get(keyOf(tokensOf(word)))!.value]]);
    }
  });
});

describe('the tone of a text', () => {
  it.each([
    ['对受影响的用户，我们深表歉意，并将全额退款。', 'supportive'],
    ['We are deeply sorry and will refund in full.', 'supportive'],
    ['请别有用心的人停止造谣，否则追究法律责任。', 'hostile'],
    ['These are lies from trolls, and we will take legal action.', 'hostile'],
    ['我的订单什么时候能查到？', 'questioning'],
    ['When can I see my orders?', 'questioning'],
    ['系统维护时间为今晚十点。', 'neutral'],
    ['The office opens at nine.', 'neutral'],
    ['骗子公司，太可怕了，大家赶紧卸载', 'hostile'],
    ['客服很耐心，退款也快，点赞', 'supportive'],
  ])('when it reads %p it should be %s', (text, stance) => {
    expect(toneOf(text).stance).toBe(stance);
  });

  it('is the sum of weights over their sizes and two', () => {
    // 抱歉 +2, 泄露 -1: 1 / (3 + 2)
    expect(toneOf('很抱歉发生泄露').hits.map((h) => h.weight)).toEqual([3, -1]);
    expect(toneOf('抱歉，发生泄露')).toEqual({
      stance: 'supportive',
      score: 0.2,
      hits: [
        { word: '抱歉', from: 0, weight: 2 },
        { word: '泄露', from: 5, weight: -1 },
      ],
    });
  });

  it.each([
    ['安全', [2]],
    ['不安全', [-1]],
    ['非常安全', [3]],
    ['并不是非常安全', [-0.75 * 2]],
    ['不会，安全', [2]],
    ['not good', [-1]],
    ['very good', [3]],
    ['not very good', [-1.5]],
    ["isn't it good", [-1]],
    ['no, good', [2]],
    ['a bit slow', [-0.6]],
    ['not in our view safe', [-1]],
    ['not in our own view safe', [2]],
    ['not safe safe', [-1, 2]],
    ['我们将不断改进', [1]],
    ['not only safe', [2]],
  ])('turns and moves words: %s', (text, weights) => {
    expect(toneOf(text).hits.map((h) => h.weight)).toEqual(weights);
  });

  it('takes the longest match: 不满 is a word of its own and 全额退款 more than 退款', () => {
    expect(toneOf('不满').hits).toEqual([{ word: '不满', from: 0, weight: -1 }]);
    expect(toneOf('全额退款').hits).toEqual([{ word: '全额退款', from: 0, weight: 3 }]);
    expect(toneOf('Full refund').hits).toEqual([{ word: 'Full refund', from: 0, weight: 3 }]);
  });

  it('stays within -1 and 1 and quotes what stands in the text', () => {
    const pieces = [...lists.zh.all, ...lists.en.all, '，', '. ', '我们', 'the'];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((p) => p.join(' '));
    fc.assert(
      fc.property(text, (given) => {
        const tone = toneOf(given);
        expect(tone.score).toBeGreaterThanOrEqual(-1);
        expect(tone.score).toBeLessThanOrEqual(1);
        for (const hit of tone.hits) expect(given.slice(hit.from, hit.from + hit.word.length)).toBe(hit.word);
      }),
    );
  });
});
