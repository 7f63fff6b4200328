import fc from 'fast-check';
import { bigramSimilarity, bigramsOf, nearDuplicates, SAME_FROM } from './similarity.js';

const ZH = [
  '我的账号昨晚被别人登录了，里面的收货地址全被看到，客服一直打不通',
  '平台今天下午又崩了，付款扣了两次，订单页面却什么都没有，谁来管管',
  '听说他们把用户手机号卖给了广告公司，有人能证实吗，太可怕了',
  '记者您好，我们想就昨日的数据事件采访贵公司负责人，请回复联系方式',
  '这个主播的话太过分了，完全不尊重普通打工人，平台必须给说法',
  '审核把正常帖子全删了，申诉三次都没有回音，到底凭什么',
];
const EN = [
  'my account was logged into by a stranger last night and my home address was visible, support does not answer',
  'the app crashed again this afternoon, I was charged twice and the order page is empty, who is responsible',
  'heard they sold our phone numbers to advertisers, can anybody confirm this, it is frightening',
  'hello, our newspaper would like to interview someone in charge about the data incident, please reply',
  'what that host said was out of line and shows no respect for working people, the platform owes us an answer',
  'moderators deleted perfectly normal posts and three appeals had no reply, on what grounds',
];

describe('similarity by bigrams', () => {
  it('is common bigrams over all bigrams of both', () => {
    // 平台 台崩 崩了 | 平台 台又 又崩 崩了: 2 of 5
    expect(bigramSimilarity('平台崩了', '平台又崩了')).toBeCloseTo(2 / 5, 12);
    // _n no ot te e_ | _n no ow w_: 2 of 7
    expect(bigramSimilarity('note', 'now')).toBeCloseTo(2 / 7, 12);
  });

  it('does not care for links, mentions, hashtags, case, width and punctuation', () => {
    expect(bigramSimilarity('平台崩了！！', '@小明 #热搜# 平台，崩了 https://x.cn/a1')).toBeLessThan(1);
    expect(bigramSimilarity('ＡＰＰ down!!', '#x app, Down https://x.cn/a1')).toBe(1);
  });

  it('finds no likeness in nothing', () => {
    expect(bigramSimilarity('', '')).toBe(0);
    expect(bigramSimilarity('！！', '平台')).toBe(0);
    expect([...bigramsOf('我')]).toEqual(['我']);
  });

  it.each([
    ['Chinese', ZH],
    ['English', EN],
  ])('keeps unrelated %s posts well apart', (_, posts) => {
    for (const a of posts)
      for (const b of posts) if (a !== b) expect(bigramSimilarity(a, b)).toBeLessThan(0.35);
  });

  it('is symmetric, between 0 and 1, and 1 for the same text', () => {
    const words = fc.array(fc.constantFrom('平台', '崩了', 'app', 'down', '，', '客服', '1'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        const value = bigramSimilarity(one, other);
        expect(value).toBe(bigramSimilarity(other, one));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (bigramsOf(one).size > 0) expect(bigramSimilarity(one, one)).toBe(1);
      }),
    );
  });

  it('recognises a post in which two characters or words were exchanged', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 24 }), fc.nat({ max: 24 }), (which, one, other) => {
        const zh = [...ZH[which]!];
        zh[one] = '某';
        zh[other] = '甲';
        expect(bigramSimilarity(ZH[which]!, zh.join(''))).toBeGreaterThanOrEqual(SAME_FROM);
        const en = EN[which]!.split(' ');
        en[one % en.length] = 'quick';
        en[other % en.length] = 'box';
        expect(bigramSimilarity(EN[which]!, en.join(' '))).toBeGreaterThanOrEqual(SAME_FROM);
      }),
    );
  });
});

describe('near duplicates', () => {
  it('are all pairs from a half on, as counting each pair finds them', () => {
    const posts = [...ZH, ...EN, `${ZH[0]}，求助`, `${ZH[0]}，怎么办`, `${EN[1]} please`].map((text, i) => ({
      id: `p${i}`,
      text,
    }));
    const naive = posts.flatMap((b, j) =>
      posts.slice(0, j).flatMap((a) => {
        const similarity = bigramSimilarity(a.text, b.text);
        return similarity >= SAME_FROM ? [{ a: a.id, b: b.id, similarity }] : [];
      }),
    );
    expect(nearDuplicates(posts)).toEqual(naive);
    expect(naive.map((p) => `${p.a} ${p.b}`)).toEqual(['p0 p12', 'p0 p13', 'p12 p13', 'p7 p14']);
  });
});
