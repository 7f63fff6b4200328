import type { PlayerAction } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';
import { stormScenario } from '../../testing/storm-scenario.js';

const ID = uuid(1);
type Draft = Extract<PlayerAction, { kind: 'draft_statement' }>;
const draft = (more: Partial<Draft> = {}): Draft => ({
  kind: 'draft_statement',
  statement: ID,
  strategy: 'rebuild',
  elements: ['what_happened', 'what_we_do'],
  outlets: ['microblog'],
  text: 'we are sorry',
  ...more,
});
const submit = { kind: 'submit_statement', statement: ID } as const;
const approve = (version = 1) => ({ kind: 'approve_statement', statement: ID, version }) as const;
const sendBack = (version = 1) =>
  ({ kind: 'return_statement', statement: ID, version, reason: 'shorter' }) as const;
const publish = (version = 1) => ({ kind: 'publish_statement', statement: ID, version }) as const;
const everybody = ['desk', 'lead', 'press', 'chief'];
const setup = () => RunDriver.started(...everybody).to(1);
const steps = (run: RunDriver) =>
  run.told('statement').map(({ version, state, by, waitingFor }) => [version, state, by, waitingFor]);

describe('statements', () => {
  it('should pass from the author through every approver to those who may publish', () => {
    const run = setup();
    for (const [seat, action] of [
      ['desk', draft()],
      ['desk', submit],
      ['lead', approve()],
      ['chief', approve()],
      ['chief', publish()],
    ] as const)
      expect(run.act(5, seat, action)).toBeNull();
    expect(steps(run)).toEqual([
      [1, 'draft', 'desk', null],
      [1, 'submitted', 'desk', 'lead'],
      [1, 'submitted', 'lead', 'chief'],
      [1, 'approved', 'chief', null],
      [1, 'published', 'chief', null],
    ]);
    expect(run.told('statement').map(({ audience }) => audience)).toEqual([
      ['desk', 'lead', 'chief'],
      ['desk', 'lead', 'chief'],
      ['desk', 'lead', 'chief'],
      ['desk', 'lead', 'chief'],
      'all',
    ]);
  });

  it('should appear in the feed, be answered there and end the silence', () => {
    const run = setup();
    for (const action of [draft(), submit]) run.act(5, 'press', action);
    run.act(5, 'chief', approve());
    run.act(5, 'press', publish());
    expect(run.posts.at(-1)).toMatchObject({
      id: `s-${ID}`,
      at: 300,
      channel: 'weibo',
      from: { kind: 'organisation', key: null, name: { en: 'Cloudrest' } },
    });
    run.to(12);
    const answers = run.posts.filter(({ replyTo }) => replyTo === `s-${ID}`);
    expect(answers.length).toBeGreaterThanOrEqual(3);
    expect(answers.every(({ at, channel }) => at > 300 && channel === 'weibo')).toBe(true);
    expect(run.told('indicators').at(-1)!.sample).toMatchObject({ minute: 12, silence: 7 });
    expect(run.state.opinion.responses).toMatchObject([{ minute: 6 }]);
  });

  it('when it only goes to the site it should appear there', () => {
    const run = setup();
    run.act(5, 'chief', draft({ outlets: ['official_site'] }));
    expect(run.act(5, 'chief', publish())).toBeNull();
    expect(run.posts.at(-1)!.channel).toBe('site');
  });

  it('when the author needs nobody it may be published without more ado', () => {
    const run = setup();
    run.act(5, 'chief', draft());
    expect(run.act(5, 'chief', publish())).toBeNull();
    expect(steps(run).map(([, state]) => state)).toEqual(['draft', 'published']);
  });

  it('when a newer version comes approvals should be void', () => {
    const run = setup();
    for (const action of [draft(), submit]) run.act(5, 'press', action);
    run.act(6, 'chief', approve());
    run.act(7, 'press', draft({ text: 'other words' }));
    expect(run.act(8, 'press', publish(1))).toBe('drill.statement_superseded');
    expect(run.act(8, 'press', publish(2))).toBe('drill.statement_not_approved');
    expect(run.act(8, 'chief', approve(1))).toBe('drill.statement_superseded');
    expect(run.act(8, 'chief', approve(2))).toBe('drill.statement_not_waiting');
    run.act(9, 'press', submit);
    expect(run.act(9, 'chief', approve(2))).toBeNull();
    expect(run.act(9, 'press', publish(2))).toBeNull();
  });

  it('when it is returned it should say why and may be submitted again', () => {
    const run = setup();
    for (const action of [draft(), submit]) run.act(5, 'press', action);
    expect(run.act(6, 'chief', sendBack())).toBeNull();
    expect(run.told('statement').at(-1)).toMatchObject({ state: 'returned', by: 'chief', reason: 'shorter' });
    expect(run.act(7, 'press', publish())).toBe('drill.statement_not_approved');
    expect(run.act(7, 'press', submit)).toBeNull();
    expect(run.act(7, 'press', submit)).toBe('drill.already_done');
  });

  it('when two publish at once the second should be refused, and the statement be out once', () => {
    const run = setup();
    for (const action of [draft(), submit]) run.act(5, 'press', action);
    run.act(6, 'chief', approve());
    expect(run.act(7, 'press', publish())).toBeNull();
    expect(run.act(7, 'chief', publish())).toBe('drill.statement_superseded');
    expect(run.act(8, 'press', draft())).toBe('drill.statement_superseded');
    expect(run.act(8, 'press', submit)).toBe('drill.statement_superseded');
    expect(run.posts.filter(({ id }) => id === `s-${ID}`)).toHaveLength(1);
    expect(run.state.published).toEqual(['rebuild']);
  });

  it('when it corrects another both should say so, and the correction be what was expected', () => {
    const run = setup();
    run.act(5, 'chief', draft());
    run.act(5, 'chief', publish());
    run.to(61);
    const second = uuid(2);
    run.act(61, 'press', draft({ statement: second, corrects: ID }));
    run.act(61, 'press', { ...submit, statement: second });
    run.act(61, 'chief', { ...approve(), statement: second });
    run.act(62, 'press', { ...publish(), statement: second });
    expect(run.told('statement').slice(-2)).toMatchObject([
      { statement: second, state: 'published', corrects: ID },
      { statement: ID, state: 'corrected', audience: 'all' },
    ]);
    const met = run.told('expectation').filter(({ inject, state }) => inject === 'wrong' && state === 'met');
    expect(met).toMatchObject([{ at: 3_720 }]);
  });

  it('should meet the expectation of who may publish once it is out, of others once it is submitted', () => {
    const run = setup().to(31);
    const met = () =>
      run
        .told('expectation')
        .filter(({ what, state }) => what.en.includes('statement by') && state === 'met');
    for (const action of [draft(), submit]) run.act(31, 'press', action);
    run.act(32, 'chief', approve());
    expect(met()).toEqual([]);
    run.act(33, 'chief', publish());
    expect(met()).toMatchObject([{ seat: 'press', at: 1_980 }]);
  });

  it('should count for opinion with what it contains and how long people waited for it', () => {
    const run = setup().to(20);
    run.act(
      20.5,
      'chief',
      draft({ elements: ['what_happened', 'next_update', 'evidence', 'outside_inquiry'] }),
    );
    run.act(20.5, 'chief', publish());
    expect(run.state.responses).toEqual([
      {
        minute: 21,
        strategy: 'rebuild',
        transparency: 0.5,
        external: true,
        evidence: true,
        formalAndInformal: false,
        byChiefExecutive: true,
        stealingThunder: false,
        delayMinutes: 20,
      },
    ]);
  });

  it('when it is out before anybody knew of the crisis it should count as coming forward first', () => {
    const scenario = stormScenario();
    scenario.items[0]!.at = 30;
    for (const post of scenario.posts) post.at += 25;
    const run = new RunDriver({ scenario, seed: 7 }).start(...everybody).to(5);
    run.act(5, 'chief', draft({ outlets: ['microblog', 'official_site'] }));
    run.act(5, 'chief', publish());
    expect(run.state.responses).toMatchObject([
      { minute: 6, stealingThunder: true, delayMinutes: 0, formalAndInformal: true },
    ]);
  });

  it.each<[string, string, PlayerAction, string]>([
    [
      'a statement that nobody knows is submitted',
      'press',
      { ...submit, statement: uuid(8) },
      'unknown_target',
    ],
    ['one is approved', 'chief', { ...approve(), statement: uuid(8) }, 'unknown_target'],
    ['one is published', 'chief', { ...publish(), statement: uuid(8) }, 'unknown_target'],
    ['a version is approved that does not exist yet', 'chief', approve(2), 'unknown_target'],
    ['a version is published that does not exist yet', 'press', publish(2), 'unknown_target'],
    ["another seat's statement is written anew", 'lead', draft(), 'not_your_seat'],
    ["another seat's statement is submitted", 'lead', submit, 'not_your_seat'],
    ['it is approved out of turn', 'lead', approve(), 'not_your_seat'],
    ['it is published by a seat that may not', 'desk', publish(), 'not_your_seat'],
    ['it is published before it is approved', 'press', publish(), 'statement_not_approved'],
    ['it corrects what is not out', 'press', draft({ statement: uuid(3), corrects: ID }), 'unknown_target'],
  ])('when %s it should be refused and change nothing', (_, seat, action, code) => {
    const run = setup();
    for (const own of [draft(), submit]) run.act(5, 'press', own);
    const before = run.events.length;
    expect(run.act(6, seat, action)).toBe(`drill.${code}`);
    expect(run.since(before).filter(({ kind }) => kind === 'statement')).toEqual([]);
    expect(run.state.statements[ID]).toMatchObject({ version: 1, step: 'submitted' });
  });
});
