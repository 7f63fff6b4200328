import { RunDriver } from '../../testing/run-driver.js';
import { stormScenario } from '../../testing/storm-scenario.js';

const setup = () => RunDriver.started('desk', 'lead', 'press', 'chief');
const came = (run: RunDriver) => run.told('inject').map(({ inject, at }) => [inject, at / 60]);

describe('injects', () => {
  it('timed ones should come at their minute, conditional ones when their condition first holds', () => {
    const run = setup().to(119);
    expect(came(run)).toEqual([
      ['spark', 0],
      ['call', 2],
      ['ask', 5],
      ['ask-desk', 6],
      ['waited', 26],
      ['authority-calls', 30],
      ['quiet', 41],
      ['wrong', 60],
      ['close', 100],
    ]);
  });

  it('should say who they come from, by kind', () => {
    const run = setup().to(60);
    const from = new Map(run.told('inject').map((one) => [one.inject, one.from]));
    expect(from.get('spark')).toMatchObject({
      kind: 'persona',
      key: 'star',
      handle: '@star',
      followers: 2_000_000,
    });
    expect(from.get('call')).toMatchObject({ kind: 'control', key: null });
    expect(from.get('ask')).toMatchObject({ kind: 'seat', key: 'press', name: { en: 'seat press' } });
    expect(from.get('authority-calls')).toMatchObject({ kind: 'partner', key: 'authority' });
  });

  it('one for the feed should be a post for everybody, the others go to their seats', () => {
    const run = setup().to(6);
    expect(run.posts[0]).toMatchObject({ id: 'i-spark', channel: 'weibo', at: 0 });
    expect(run.told('inject').map(({ audience }) => audience)).toEqual([
      'all',
      ['desk', 'lead'],
      ['press', 'chief'],
      ['desk'],
    ]);
  });

  it('the options of a card should come in every order, the same one whenever a run is played again', () => {
    const order = (seed: number) =>
      new RunDriver({ scenario: stormScenario(), seed })
        .start('desk', 'lead', 'press', 'chief')
        .to(20)
        .told('inject')
        .flatMap(({ card }) => (card ? [card.options.map(({ key }) => key).join()] : []))[0]!;
    const orders = Array.from({ length: 60 }, (_, seed) => order(seed));
    expect(new Set(orders).size).toBe(6);
    expect(Array.from({ length: 60 }, (_, seed) => order(seed))).toEqual(orders);
  });

  it('a card should name its default and its options, without grades', () => {
    const run = setup().to(5);
    expect(run.told('inject').at(-1)!.card).toEqual({
      key: 'go',
      seat: 'chief',
      prompt: { zh: 'prompt of go（中文）', en: 'prompt of go' },
      dueAt: 1_500,
      default: 'wait',
      options: expect.arrayContaining(
        ['tell', 'ask', 'wait'].map((key) => ({ key, label: { zh: `${key}（中文）`, en: key } })),
      ) as unknown,
    });
  });

  it('a shock should bring its posts over its minutes and then end', () => {
    const calm = stormScenario();
    for (const one of calm.items) one.effects = [];
    for (const one of calm.standIns) one.when = { not: { after: 0 } };
    const shocked = structuredClone(calm);
    shocked.items[0]!.effects = [{ shock: { posts: 600, minutes: 10 } }];
    const volumes = [calm, shocked].map((scenario) => {
      const run = new RunDriver({ scenario, seed: 3 }).start().to(12);
      expect(run.state.shocks).toEqual([]);
      return run.told('indicators')[9]!.sample.volume;
    });
    expect(volumes[1]! - volumes[0]!).toBeGreaterThan(500);
  });

  it('what an option says of responsibility should reach the public with the next minute', () => {
    const [quiet, told] = ['ask', 'tell'].map((option) => {
      const run = setup().to(8);
      run.act(8, 'chief', { kind: 'decide', card: 'go', option, confidence: 50, rationale: '' });
      return run.to(9).state.opinion.attribution;
    });
    expect(told).toBeCloseTo(quiet! - 0.05, 6);
  });
});

describe('expected actions', () => {
  it('should be open for played seats alone and missed when their time is over', () => {
    const run = RunDriver.started('lead').to(20);
    expect(
      run
        .told('expectation')
        .map(({ seat, inject, state, at, audience }) => [seat, inject, state, at / 60, audience]),
    ).toEqual([
      ['lead', 'call', 'open', 2, 'staff'],
      ['lead', 'call', 'open', 2, 'staff'],
      ['lead', 'call', 'missed', 11, 'staff'],
      ['lead', 'call', 'missed', 18, 'staff'],
    ]);
  });

  it('what comes after its time should not be met any more, even before it is told to be missed', () => {
    const run = RunDriver.started('lead').to(10);
    run.act(10.5, 'lead', { kind: 'acknowledge', what: 'call' });
    const last = run.to(11).told('expectation').at(-1)!;
    expect([last.state, last.dueAt]).toEqual(['missed', 600]);
  });
});
