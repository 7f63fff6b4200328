import type { PlayerAction } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';

const draft: PlayerAction = {
  kind: 'draft_statement',
  statement: uuid(1),
  strategy: 'inform',
  elements: [],
  outlets: ['microblog'],
  text: 'x',
};
const submit = { kind: 'submit_statement', statement: uuid(1) } as const;

describe('seats that nobody plays', () => {
  it('should acknowledge injects and messages after five minutes', () => {
    const run = RunDriver.started('desk').to(3);
    run.act(3.5, 'desk', { kind: 'message', message: uuid(2), to: ['lead', 'chief'], text: 'x' });
    run.to(9);
    expect(run.told('acknowledged').map(({ what, seat, at }) => [what, seat, at / 60])).toEqual([
      ['call', 'lead', 7],
      [uuid(2), 'lead', 9],
      [uuid(2), 'chief', 9],
    ]);
  });

  it('when somebody sits down in time they should answer for themselves', () => {
    const run = RunDriver.started('desk').to(3);
    run.enter(3, 'system', { kind: 'seat', seat: 'lead', played: true });
    expect(
      run
        .to(20)
        .told('acknowledged')
        .map(({ seat }) => seat),
    ).not.toContain('lead');
  });

  it('should approve after five minutes each, and publish what a player may not', () => {
    const run = RunDriver.started('desk').to(3);
    run.act(3, 'desk', draft);
    run.act(3, 'desk', submit);
    run.to(14);
    expect(run.told('statement').map(({ state, by, at }) => [state, by, at / 60])).toEqual([
      ['draft', 'desk', 3],
      ['submitted', 'desk', 3],
      ['submitted', 'lead', 8],
      ['approved', 'chief', 13],
      ['published', 'chief', 13],
    ]);
  });

  it('should leave publishing to a player who may', () => {
    const run = RunDriver.started('press').to(3);
    run.act(3, 'press', draft);
    run.act(3, 'press', submit);
    run.to(30);
    expect(run.told('statement').at(-1)).toMatchObject({ state: 'approved', by: 'chief' });
    expect(run.act(30, 'press', { kind: 'publish_statement', statement: uuid(1), version: 1 })).toBeNull();
  });

  it('should do what the scenario has them do, each once, marked as simulated', () => {
    const run = RunDriver.started('chief').to(119);
    expect(run.told('message')).toMatchObject([
      { from: 'desk', to: ['lead'], direction: 'up', about: null, at: 600 },
      { from: 'desk', to: ['lead'], direction: 'up', about: 'p9', at: 1_980 },
    ]);
    expect(run.told('alert')).toMatchObject([{ level: 'yellow', by: 'desk' }]);
    expect(run.told('alert')[0]!.reason).toContain('模拟');
    expect(run.told('contacted')).toMatchObject([{ by: 'lead', clock: 'report', at: 3_000 }]);
    expect(run.told('clock').map(({ state }) => state)).toEqual(['started', 'met']);
    // The approver is played: nothing goes out without her.
    expect(run.told('statement').map(({ state, waitingFor }) => [state, waitingFor])).toEqual([
      ['draft', null],
      ['submitted', 'chief'],
    ]);
  });

  it('should speak of a post once it is there, and escalate it by that', () => {
    const run = RunDriver.started('chief').to(32);
    expect(run.state.escalated).not.toHaveProperty('p9');
    run.to(33);
    expect(run.state.posts).toHaveProperty('p9');
    expect(run.state.escalated).toHaveProperty('p9', true);
  });

  it('should judge a post when it is there, unless a person has', () => {
    const run = RunDriver.started('chief').to(20);
    expect(run.told('triaged')).toMatchObject([
      { post: 'p5', by: 'desk', class: 'rumour', priority: 'high', escalate: true, at: 480 },
    ]);
    expect(run.state.escalated).toHaveProperty('p5', true);

    const again = RunDriver.started('desk').to(8);
    again.act(8, 'desk', {
      kind: 'triage',
      post: 'p5',
      class: 'noise',
      priority: 'low',
      duplicateOf: null,
      escalate: false,
    });
    again.enter(9, 'system', { kind: 'seat', seat: 'desk', played: false });
    again.to(20);
    expect(again.told('triaged').map(({ class: kind }) => kind)).toEqual(['noise']);
    expect(again.state.escalated).not.toHaveProperty('p5');
  });

  it('should wait for a played approver and then publish by themselves', () => {
    const run = RunDriver.started('chief').to(60);
    const { statement, version } = run.told('statement').at(-1)!;
    expect(run.act(60, 'chief', { kind: 'approve_statement', statement, version })).toBeNull();
    expect(run.to(61).told('statement').at(-1)).toMatchObject({ state: 'published', by: 'press', at: 3_660 });
  });

  it('should do nothing for seats with people', () => {
    const run = RunDriver.started('desk', 'lead', 'press', 'chief').to(119);
    for (const kind of ['message', 'alert', 'contacted', 'statement', 'acknowledged'] as const)
      expect(run.told(kind)).toEqual([]);
  });
});
