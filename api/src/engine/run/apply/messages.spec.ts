import type { PlayerAction } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';

const message = (to: string[], more: { about?: string; message?: string } = {}) =>
  ({ kind: 'message', message: uuid(1), to, text: 'look at this', ...more }) as const;
const notify = { kind: 'notify', clock: 'report', text: 'this happened' } as const;
const setup = () => RunDriver.started('desk', 'lead', 'press', 'chief').to(4);

describe('message', () => {
  it.each([
    ['lead', ['chief'], 'up'],
    ['lead', ['desk', 'chief'], 'up'],
    ['lead', ['desk'], 'down'],
    ['lead', ['press', 'desk'], 'down'],
    ['lead', ['press'], 'sideways'],
  ])('when %s writes to %j it should go %s', (from, to, direction) => {
    const run = setup();
    expect(run.act(4, from, message(to))).toBeNull();
    expect(run.told('message')).toMatchObject([
      { from, to, direction, about: null, text: { zh: 'look at this', en: 'look at this' } },
    ]);
    expect(new Set(run.told('message')[0]!.audience)).toEqual(new Set([from, ...to]));
  });

  it('when it is about a post and goes up it should escalate the post', () => {
    const run = setup();
    run.act(4, 'desk', message(['lead'], { about: 'p3' }));
    expect(run.to(5).told('inject').at(-1)).toMatchObject({ inject: 'nudge', at: 300 });
    expect(run.told('expectation').filter(({ state }) => state === 'met')).toMatchObject([
      { inject: 'spark', seat: 'desk' },
    ]);
  });

  it('when it goes sideways or is about an inject nothing should be escalated', () => {
    const run = setup();
    run.act(4, 'press', message(['lead'], { about: 'p3' }));
    run.act(4, 'desk', message(['lead'], { about: 'call', message: uuid(2) }));
    expect(run.state.escalated).toEqual({});
  });

  it.each<[string, PlayerAction, string]>([
    ['it goes to nobody there is', message(['nobody']), 'unknown_target'],
    ['it goes to oneself', message(['desk', 'lead']), 'unknown_target'],
    ['it is about a post to come', message(['lead'], { about: 'p12' }), 'unknown_target'],
    ['it is about an inject to come', message(['lead'], { about: 'close' }), 'unknown_target'],
    ['its id was used', message(['lead'], { message: uuid(7) }), 'id_used'],
    ['its id is that of an inject', message(['lead'], { message: uuid(9) }), 'id_used'],
  ])('when %s it should be refused', (_, action, code) => {
    const run = setup();
    run.act(4, 'lead', message(['press'], { message: uuid(7) }));
    run.control(4, { kind: 'quick_inject', inject: uuid(9), to: ['lead'], text: 'a call' });
    const before = run.events.length;
    expect(run.act(4, 'desk', action)).toBe(`drill.${code}`);
    expect(run.since(before)).toEqual([]);
  });
});

describe('notify', () => {
  it('should reach the authority and stop the clock, once', () => {
    const run = setup().to(30);
    expect(run.told('clock')).toMatchObject([
      { clock: 'report', state: 'started', at: 1_500, dueAt: 5_100, audience: ['lead'] },
    ]);
    expect(run.act(40, 'lead', notify)).toBeNull();
    expect(run.events.slice(-3).map(({ body }) => body)).toMatchObject([
      { kind: 'contacted', partner: 'authority', clock: 'report', by: 'lead' },
      { kind: 'clock', state: 'met' },
      { kind: 'expectation', state: 'met' },
    ]);
    expect(run.act(41, 'lead', notify)).toBe('drill.already_done');
    expect(
      run
        .to(120)
        .told('clock')
        .map(({ state }) => state),
    ).toEqual(['started', 'met']);
  });

  it('the last second of the time should still be in time', () => {
    const run = setup();
    expect(run.act(85, 'lead', notify)).toBeNull();
    expect(run.told('clock').map(({ state }) => state)).toEqual(['started', 'met']);
  });

  it('when it is late it should be missed first, and still reach the authority', () => {
    const run = setup();
    expect(run.act(85.5, 'chief', notify)).toBeNull();
    expect(run.told('clock').map(({ state, at }) => [state, at])).toEqual([
      ['started', 1_500],
      ['missed', 5_130],
    ]);
    expect(run.told('contacted')).toMatchObject([{ by: 'chief', audience: ['lead', 'chief'] }]);
    expect(run.state.clocks.report!.notified).toBe(true);
  });

  it('when nobody files it the clock should be missed a minute after its time', () => {
    expect(setup().to(120).told('clock').at(-1)).toMatchObject({ state: 'missed', at: 86 * 60 });
  });

  it('when the clock does not run or is not known it should be refused', () => {
    const run = setup();
    expect(run.act(5, 'lead', notify)).toBe('drill.clock_not_running');
    expect(run.act(5, 'lead', { ...notify, clock: 'constructor' })).toBe('drill.unknown_target');
  });
});

describe('contact', () => {
  it('should be seen by the seat itself; partners that nobody knows are refused', () => {
    const run = setup();
    expect(run.act(4, 'lead', { kind: 'contact', partner: 'lab', text: 'help' })).toBeNull();
    expect(run.told('contacted')).toMatchObject([{ partner: 'lab', clock: null, audience: ['lead'] }]);
    expect(run.act(4, 'lead', { kind: 'contact', partner: 'nobody', text: 'x' })).toBe(
      'drill.unknown_target',
    );
  });
});
