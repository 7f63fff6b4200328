import { COURSE, expectNamed, type Mistake } from '../testing/mistakes.js';

const MISTAKES: Mistake[] = [
  {
    what: 'the slug is not the folder',
    file: COURSE,
    from: 'slug: first-hour',
    to: 'slug: second-hour',
    at: 'slug:',
    says: /folder name “first-hour”/,
  },
  {
    what: 'a listed lesson has no file',
    file: COURSE,
    from: 'lessons: [03-case]',
    to: 'lessons: [03-case, 04-none]',
    at: '04-none',
    says: /no lesson file lessons\/04-none\.yaml/,
  },
  {
    what: 'a lesson is listed twice',
    file: COURSE,
    from: 'lessons: [03-case]',
    to: 'lessons: [03-case, 01-signals]',
    at: 'lessons: [03-case, 01-signals]',
    says: /listed twice/,
  },
  {
    what: 'a topic of the quiz is unknown',
    file: COURSE,
    from: 'topic: statements, count: 2',
    to: 'topic: sirens, count: 2',
    at: 'sirens',
    says: /Unknown topic “sirens”/,
  },
  {
    what: 'a stratum is too small for a tier',
    file: COURSE,
    from: 'scope: tier, count: 1',
    to: 'scope: tier, count: 2',
    at: 'scope: tier',
    says: /tier (executive|manager|frontline): 2 may be left for this stratum, it needs 3/,
  },
];

describe('content check: courses', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);
});
