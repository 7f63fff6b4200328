import type { PlayerAction } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';

const triage = (post: string, more: { duplicateOf?: string | null; escalate?: boolean } = {}) =>
  ({
    kind: 'triage',
    post,
    class: 'complaint',
    priority: 'high',
    duplicateOf: null,
    escalate: false,
    ...more,
  }) as const;
const sitrep = (posts: string[], to = ['lead']) =>
  ({ kind: 'file_sitrep', sitrep: uuid(1), to, posts, text: 'so far' }) as const;
const setup = () => RunDriver.started('desk', 'lead', 'chief').to(4);

describe('triage', () => {
  it('should be seen by front line and managers, and may be said anew', () => {
    const run = setup();
    expect(run.act(4, 'desk', triage('p1'))).toBeNull();
    expect(run.act(4, 'desk', triage('p1', { duplicateOf: 'p2' }))).toBeNull();
    expect(run.told('triaged')).toMatchObject([
      { post: 'p1', by: 'desk', duplicateOf: null, audience: ['desk', 'lead', 'press'] },
      { post: 'p1', duplicateOf: 'p2' },
    ]);
  });

  it('when it escalates the story should go on', () => {
    const run = setup();
    run.act(4, 'desk', triage('p3', { escalate: true }));
    expect(
      run
        .to(5)
        .told('inject')
        .map(({ inject }) => inject),
    ).toContain('nudge');
    expect(run.told('clock')).toMatchObject([{ state: 'started', at: 300 }]);
  });

  it.each([
    ['the post is not there yet', triage('p12')],
    ['the original is not there yet', triage('p1', { duplicateOf: 'p12' })],
    ['the post repeats itself', triage('p1', { duplicateOf: 'p1' })],
    ['the post has a name that every object has', triage('constructor')],
  ])('when %s it should be refused', (_, action) => {
    const run = setup();
    expect(run.act(4, 'desk', action)).toBe('drill.unknown_target');
    expect(run.told('triaged')).toEqual([]);
  });
});

describe('set_threshold', () => {
  const threshold = (value: number) =>
    ({ kind: 'set_threshold', measure: 'volume', level: 'yellow', value }) as const;

  it('should be told to the seat alone, sound when it is reached and again only after it fell', () => {
    const run = setup();
    expect(run.act(4, 'desk', threshold(60))).toBeNull();
    expect(run.told('threshold')).toMatchObject([{ by: 'desk', value: 60, audience: ['desk'] }]);
    run.to(120);
    const alarms = run.told('alarm').filter(({ audience }) => audience !== 'staff');
    expect(alarms).toHaveLength(1);
    const { at, value, audience } = alarms[0]!;
    expect(audience).toEqual(['desk']);
    const volumes = run.told('indicators').map(({ sample }) => sample.volume);
    expect(volumes[at / 60]).toBe(value);
    expect(volumes.slice(5, at / 60).every((volume) => volume < 60)).toBe(true);
  });

  it('when it is set anew the former one should be gone', () => {
    const run = setup();
    run.act(4, 'desk', threshold(60));
    run.act(5, 'desk', threshold(9_999));
    run.act(5, 'lead', threshold(60));
    expect(run.state.thresholds.map(({ seat, value }) => [seat, value])).toEqual([
      ['desk', 9_999],
      ['lead', 60],
    ]);
    const alarms = run
      .to(120)
      .told('alarm')
      .filter(({ audience }) => audience !== 'staff');
    expect(alarms.map(({ audience }) => audience)).toEqual([['lead']]);
  });
});

describe('raise_alert', () => {
  it('should be seen by everybody and meet what was expected from that level on', () => {
    const run = setup();
    expect(run.act(4, 'desk', { kind: 'raise_alert', level: 'orange', reason: 'rising' })).toBeNull();
    expect(run.told('alert')).toMatchObject([{ level: 'orange', by: 'desk', audience: 'all' }]);
    expect(run.told('expectation').filter(({ state }) => state === 'met')).toHaveLength(1);
    run.act(5, 'lead', { kind: 'raise_alert', level: 'blue', reason: 'calmer' });
    expect(run.state.alert).toBe('blue');
  });
});

describe('file_sitrep', () => {
  it('should rest on triaged posts and reach author and receivers', () => {
    const run = setup();
    run.act(4, 'desk', triage('p3', { escalate: true }));
    run.to(5);
    expect(run.act(6, 'lead', sitrep(['p3', 'p3'], ['chief']))).toBeNull();
    expect(run.told('sitrep')).toMatchObject([{ posts: ['p3'], by: 'lead', audience: ['lead', 'chief'] }]);
    expect(run.told('expectation').at(-1)).toMatchObject({ inject: 'nudge', state: 'met' });
    expect(run.act(7, 'lead', sitrep([], ['chief']))).toBe('drill.id_used');
  });

  it.each<[string, PlayerAction]>([
    ['a post was not triaged', sitrep(['p2'])],
    ['a receiver is nobody', sitrep([], ['nobody'])],
  ])('when %s it should be refused', (_, action) => {
    const run = setup();
    expect(run.act(4, 'desk', action)).toBe('drill.unknown_target');
    expect(run.told('sitrep')).toEqual([]);
  });
});

describe('open_plan', () => {
  it('should stand in the log and show nothing', () => {
    const run = setup();
    const before = run.events.length;
    expect(run.act(4, 'desk', { kind: 'open_plan' })).toBeNull();
    expect(run.since(before)).toEqual([]);
  });
});
