import type { DrillEvent, DrillEventBody, PlayerAction } from '@readyroom/contract';
import { doneElsewhere, markOf } from './deeds.js';

const log = (...bodies: DrillEventBody[]): DrillEvent[] =>
  bodies.map((body, i) => ({ id: i + 1, at: i * 60, body }));
const acknowledged = (what: string, seat = 'desk'): DrillEventBody => ({ kind: 'acknowledged', what, seat });
const here = (...actions: PlayerAction[]) => new Set(actions.map((action) => markOf(action)!));
const confirm = (what: string): PlayerAction => ({ kind: 'acknowledge', what });

describe('doneElsewhere', () => {
  it('when the last deed of the seat was done here it should be none', () =>
    expect(
      doneElsewhere(log(acknowledged('a'), acknowledged('b')), 'desk', here(confirm('a'), confirm('b'))),
    ).toBeNull());
  it('when the last deed of the seat was not done here it should be that', () =>
    expect(doneElsewhere(log(acknowledged('a'), acknowledged('b')), 'desk', here(confirm('a')))?.id).toBe(2));
  it('when this device acts after the other it should be none again', () =>
    expect(doneElsewhere(log(acknowledged('b'), acknowledged('a')), 'desk', here(confirm('a')))).toBeNull());
  it('when other seats act, or nobody sits here, it should be none', () => {
    expect(doneElsewhere(log(acknowledged('a', 'lead')), 'desk', new Set())).toBeNull();
    expect(doneElsewhere(log(acknowledged('a')), null, new Set())).toBeNull();
  });
  it('when time decided it should be none', () =>
    expect(
      doneElsewhere(
        log({
          kind: 'card_closed',
          card: 'go',
          seat: 'desk',
          option: 'wait',
          by: 'time',
          confidence: null,
          rationale: null,
          consequence: { zh: '', en: '' },
        }),
        'desk',
        new Set(),
      ),
    ).toBeNull());
});
