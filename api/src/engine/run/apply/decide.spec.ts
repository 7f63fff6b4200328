import { RunDriver } from '../../testing/run-driver.js';

const decide = (card: string, option: string) =>
  ({ kind: 'decide', card, option, confidence: 60, rationale: 'because' }) as const;

describe('decide', () => {
  it('should close the card for those who saw it, tell what follows and let it begin', () => {
    const run = RunDriver.started('chief', 'lead');
    const before = run.to(9).events.length;
    expect(run.act(9.5, 'chief', decide('go', 'tell'))).toBeNull();
    expect(run.events.slice(before)).toMatchObject([
      { at: 570, audience: 'staff', body: { kind: 'expectation', state: 'met' } },
      {
        at: 570,
        audience: ['press', 'chief'],
        body: {
          kind: 'card_closed',
          card: 'go',
          option: 'tell',
          by: 'player',
          confidence: 60,
          rationale: 'because',
          consequence: { en: 'consequence of tell' },
        },
      },
    ]);
    run.to(10);
    expect(run.told('inject').at(-1)).toMatchObject({ inject: 'told', at: 600 });
  });

  it('should fire another inject at once when the option says so', () => {
    const run = RunDriver.started('chief');
    run.act(8, 'chief', decide('go', 'ask'));
    expect(run.told('inject').at(-1)).toMatchObject({ inject: 'help', at: 480, audience: ['lead'] });
  });

  it('should enter a phase when the option says so, and not be led back by the clock', () => {
    const run = RunDriver.started('chief').to(120);
    expect(run.told('phase').map(({ phase, at }) => [phase, at / 60])).toEqual([
      ['rise', 0],
      ['peak', 26],
      ['fall', 90],
    ]);
  });

  it('when the time is up the default should be taken, in the very second of the deadline', () => {
    const run = RunDriver.started('chief');
    expect(run.act(25, 'chief', decide('go', 'tell'))).toBe('drill.card_closed');
    expect(run.told('card_closed').find(({ card }) => card === 'go')).toMatchObject({
      option: 'wait',
      by: 'time',
      at: 1_500,
      confidence: null,
      rationale: null,
    });
  });

  it('when a card was fired between two minutes its deadline should hold to the second', () => {
    const run = RunDriver.started('chief');
    run.control(2.5, { kind: 'fire', inject: 'ask' });
    expect(run.act(22.5, 'chief', decide('go', 'tell'))).toBe('drill.card_closed');
    expect(run.to(23).told('card_closed')[0]).toMatchObject({ by: 'time', at: 1_380 });
  });

  it('when nobody plays the seat a stand-in should take the default', () => {
    const run = RunDriver.started('lead').to(26);
    expect(run.told('card_closed')).toMatchObject([
      { card: 'go', by: 'stand_in', option: 'wait' },
      { card: 'script', by: 'stand_in' },
    ]);
  });

  it.each([
    ['a card that is not open yet', 1, 'chief', decide('go', 'tell'), 'drill.unknown_target'],
    ['a card that nobody knows', 9, 'chief', decide('constructor', 'tell'), 'drill.unknown_target'],
    ['an option that nobody knows', 9, 'chief', decide('go', 'maybe'), 'drill.unknown_target'],
    ["another seat's card", 9, 'press', decide('go', 'tell'), 'drill.not_your_seat'],
  ])('when it is about %s it should be refused', (_, minute, seat, action, code) => {
    const run = RunDriver.started('chief', 'press').to(minute);
    const before = run.events.length;
    expect(run.act(minute, seat, action)).toBe(code);
    expect(run.since(before)).toEqual([]);
  });

  it('when it comes a second time it should be refused', () => {
    const run = RunDriver.started('chief');
    run.act(9, 'chief', decide('go', 'tell'));
    expect(run.act(9, 'chief', decide('go', 'wait'))).toBe('drill.card_closed');
    expect(run.told('card_closed')).toHaveLength(1);
  });
});
