import { checkEverything } from '../check/check-scenarios.js';
import { expectNamed, soundContent, type Mistake } from '../testing/mistakes.js';

const MISTAKES: Mistake[] = [
  {
    what: 'a language is missing',
    file: 'msel',
    from: '{ zh: 记者来电, en: The press calls }',
    to: '{ zh: 记者来电 }',
    at: '记者来电',
    says: /The English text of “title” is missing/,
  },
  {
    what: 'a key is unknown',
    file: 'plan',
    from: 'owner: desk',
    to: 'owner: desk, budget: 3',
    at: 'budget',
    says: /Unknown key “budget”: remove it, or see docs\/SCENARIOS\.md/,
  },
  {
    what: 'a part stands in the wrong file',
    file: 'plan',
    from: 'clocks:',
    to: 'phases: []\nclocks:',
    at: 'phases:',
    says: /Unknown key “phases”/,
  },
  {
    what: 'a condition has no known form',
    file: 'msel',
    from: '{ after: 80 }',
    to: '{ later: 80 }',
    at: 'later',
    says: /use all, any, not, after, measure/,
  },
  {
    what: 'a condition misses a part',
    file: 'msel',
    from: '{ after: 80 }',
    to: '{ decided: { card: vouchers } }',
    at: 'vouchers',
    says: /“option” is missing: add it/,
  },
  {
    what: 'a condition within a condition is wrong',
    file: 'msel',
    from: '{ measure: heat, above: 30 }',
    to: '{ measure: temperature, above: 30 }',
    at: 'temperature',
    says: /Unknown measure “temperature”: use volume, velocity/,
  },
  {
    what: 'an inject goes to nobody known',
    file: 'msel',
    from: 'to: feed',
    to: 'to: everybody',
    at: 'to: everybody',
    says: /Unknown to “everybody”: use feed, a list/,
  },
  {
    what: 'an id is no UUID',
    file: 'deck',
    from: 'id: 00000000-0000-4000-8000-00000000',
    to: 'id: x',
    at: 'id: x',
    says: /is no UUID in lower case/,
  },
  {
    what: 'an id stands elsewhere in the content',
    file: 'deck',
    from: /id: 00000000-0000-4000-8000-0000000020../,
    to: 'id: 00000000-0000-4000-8000-000000000101',
    at: '000000000101',
    says: /stands already at first-hour\/lessons\/01-signals\.yaml:/,
  },
  {
    what: 'the slug is not the folder',
    file: 'scenario',
    from: 'slug: first-alarm',
    to: 'slug: last-alarm',
    at: 'slug:',
    says: /must equal the folder name “first-alarm”/,
  },
  {
    what: 'there are too few injects',
    file: 'deck',
    from: /  - id: [^]*?(?=  - id)/,
    to: '',
    at: 'deck:',
    says: /“deck” has 1 of at least 2/,
  },
];

describe('scenario files', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);

  it('when everything is right it should answer the scenario, its parts from all six files', async () => {
    const { scenarios, problems } = checkEverything(await soundContent());
    expect(problems).toEqual([]);
    expect(scenarios.figures).toEqual({ scenarios: 1, injects: 10, posts: 12 });
    expect(scenarios.scenarios![0]).toMatchObject({
      slug: 'first-alarm',
      seats: [{ key: 'head' }, { key: 'lead' }, { key: 'desk' }],
      standIns: [{ seat: 'lead' }, { seat: 'desk' }, { seat: 'lead' }],
    });
  });

  it('when a file is missing it should say what belongs there', async () => {
    const files = (await soundContent()).filter(({ name }) => !name.endsWith('cast.yaml'));
    expect(checkEverything(files).problems).toEqual([
      {
        file: 'scenarios/first-alarm/cast.yaml',
        line: 1,
        message: expect.stringContaining('add it with seats, personas, channels, partners') as string,
      },
    ]);
  });

  it('when a file has no place in the format it should say so', async () => {
    const files = [...(await soundContent()), { name: 'scenarios/first-alarm/notes.md', text: '' }];
    expect(checkEverything(files).problems).toEqual([
      {
        file: 'scenarios/first-alarm/notes.md',
        line: 1,
        message: expect.stringContaining('has no place in the format') as string,
      },
    ]);
  });
});
