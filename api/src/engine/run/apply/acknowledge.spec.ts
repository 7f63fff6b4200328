import { RunDriver, uuid } from '../../testing/run-driver.js';

const setup = () => {
  const run = RunDriver.started('desk', 'lead', 'press');
  run.act(3, 'desk', { kind: 'message', message: uuid(1), to: ['lead'], text: 'look' });
  return run;
};

describe('acknowledge', () => {
  it('should tell everybody the inject went to, and meet what was expected', () => {
    const run = RunDriver.started('desk', 'lead');
    expect(run.act(4, 'lead', { kind: 'acknowledge', what: 'call' })).toBeNull();
    expect(run.told('acknowledged')).toMatchObject([
      { what: 'call', seat: 'lead', audience: ['desk', 'lead'] },
    ]);
    expect(run.told('expectation').filter(({ state }) => state === 'met')).toMatchObject([
      { seat: 'lead', inject: 'call', audience: 'staff' },
    ]);
  });

  it('should tell sender and receiver of a message', () => {
    const run = setup();
    expect(run.act(4, 'lead', { kind: 'acknowledge', what: uuid(1) })).toBeNull();
    expect(run.told('acknowledged')[0]!.audience).toEqual(['desk', 'lead']);
  });

  it('should take an inject in the feed from anybody, and a quick inject from those it went to', () => {
    const run = setup();
    run.control(4, { kind: 'quick_inject', inject: uuid(9), to: ['press'], text: 'now' });
    expect(run.act(4, 'press', { kind: 'acknowledge', what: 'spark' })).toBeNull();
    expect(run.act(4, 'press', { kind: 'acknowledge', what: uuid(9) })).toBeNull();
    expect(run.act(4, 'desk', { kind: 'acknowledge', what: uuid(9) })).toBe('drill.not_your_seat');
  });

  it.each([
    ['what has not come yet', 'close', 'drill.unknown_target'],
    ['what nobody knows', 'nothing', 'drill.unknown_target'],
    ['a name that every object has', 'constructor', 'drill.unknown_target'],
    ["another seat's inject", 'ask-desk', 'drill.not_your_seat'],
  ])('when it is %s it should be refused', (_, what, code) => {
    const run = setup().to(10);
    const before = run.events.length;
    expect(run.act(10, 'lead', { kind: 'acknowledge', what })).toBe(code);
    expect(run.since(before)).toEqual([]);
  });

  it('when it comes again it should be refused', () => {
    const run = setup();
    run.act(4, 'lead', { kind: 'acknowledge', what: 'call' });
    expect(run.act(5, 'lead', { kind: 'acknowledge', what: 'call' })).toBe('drill.already_done');
  });
});
