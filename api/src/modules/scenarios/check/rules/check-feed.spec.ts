import { expectNamed, type Mistake } from '../../testing/mistakes.js';

const MISTAKES: Mistake[] = [
  {
    what: 'a class of triage does not occur',
    file: 'feed',
    from: 'class: authority',
    to: 'class: press',
    at: 'posts:',
    says: /No scripted post has the class authority/,
  },
  {
    what: 'there are too few duplicates',
    file: 'feed',
    from: /group: attack, /g,
    to: '',
    at: 'posts:',
    says: /There are 2 groups of duplicate posts: write at least 3/,
  },
  {
    what: 'duplicates are of different classes',
    file: 'feed',
    from: 'by hackers }, truth: { class: rumour',
    to: 'by hackers }, truth: { class: noise',
    at: 'by hackers',
    says: /Posts of the group “attack” say the same thing/,
  },
  {
    what: 'a post has the key of one that the run makes',
    file: 'feed',
    from: 'key: p2,',
    to: 'key: g4-1,',
    at: 'g4-1',
    says: /The key “g4-1” is one that posts get during a run/,
  },
  {
    what: 'a post comes after the end',
    file: 'feed',
    from: 'at: 70',
    to: 'at: 700',
    at: 'at: 700',
    says: /The run ends at minute 120: this post would never appear/,
  },
  {
    what: 'a template has a slot that is not there',
    file: 'feed',
    from: 'en: "No {dish}, never again"',
    to: 'en: "No {meal}, never again"',
    at: '{meal}',
    says: /There is no slot “meal”/,
  },
  {
    what: 'a Chinese text is English',
    file: 'msel',
    from: 'zh: 记者来电',
    to: 'zh: The press calls',
    at: 'title: { zh: The press calls',
    says: /This Chinese text has no Chinese in it/,
  },
  {
    what: 'an English text is Chinese',
    file: 'msel',
    from: 'en: The press calls',
    to: 'en: 记者来电',
    at: 'en: 记者来电',
    says: /This English text has Chinese in it/,
  },
];

describe('scenario check: feed and languages', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);
});
