import { emptyDrillView, reduceDrill, type DrillEvent, type DrillEventBody } from '@readyroom/contract';
import { withDeeds } from '../line/deeds.js';
import { standings } from './standing.js';

const text = { zh: '文', en: 'text' };
const from = { kind: 'control' as const, key: null, name: text, handle: null, followers: null };
const events = (...bodies: [number, DrillEventBody][]): DrillEvent[] =>
  bodies.map(([at, body], index) => ({ id: index + 1, at, body }));
const seat: DrillEventBody = { kind: 'seat', seat: 'pr', played: true };
const mail = (inject: string, card = false): DrillEventBody => ({
  kind: 'inject',
  inject,
  from,
  channel: 'mail',
  to: ['pr'],
  text,
  card: card
    ? { key: `card-${inject}`, seat: 'pr', prompt: text, dueAt: 900, default: 'a', options: [] }
    : null,
});
const acknowledged: DrillEventBody = { kind: 'acknowledged', what: 'm', seat: 'pr' };
const at = (now: number, told: DrillEvent[], rate = 8) =>
  standings([{ key: 'pr' }, { key: 'ceo' }], reduceDrill(emptyDrillView, told), {
    deeds: withDeeds(new Map(), told),
    now,
    rate,
  });

describe('who is silent', () => {
  it('should be nobody while nothing waits', () => {
    expect(at(9_000, events([0, seat]))[0]).toMatchObject({ played: true, isSilent: false, messages: 0 });
  });

  it('should be a seat with an unanswered message after a minute of real time', () => {
    const told = events([0, seat], [100, mail('m')]);
    expect(at(100 + 8 * 60, told)[0]).toMatchObject({ messages: 1, isSilent: false });
    expect(at(101 + 8 * 60, told)[0]).toMatchObject({ isSilent: true });
    expect(at(101 + 8 * 60, told, 30)[0]).toMatchObject({ isSilent: false });
  });

  it('should not be somebody who did something else meanwhile', () => {
    const told = events(
      [0, seat],
      [100, mail('m')],
      [500, { kind: 'alert', level: 'blue', by: 'pr', reason: '' }],
    );
    expect(at(600, told)[0]).toMatchObject({ lastDeed: 500, isSilent: false, messages: 1 });
  });

  it('should count a decision once, and not after it was taken', () => {
    const told = events([0, seat], [100, mail('m', true)]);
    expect(at(110, told)[0]).toMatchObject({ cards: 1, messages: 0 });
    const closed: DrillEventBody = {
      kind: 'card_closed',
      card: 'card-m',
      seat: 'pr',
      option: 'a',
      by: 'time',
      confidence: null,
      rationale: null,
      consequence: text,
    };
    expect(at(2_000, events([0, seat], [100, mail('m', true)], [900, closed]))[0]).toMatchObject({
      cards: 0,
      lastDeed: null,
      isSilent: false,
    });
  });

  it('should end with the acknowledgement', () => {
    const told = events([0, seat], [100, mail('m')], [5_000, acknowledged]);
    expect(at(9_000, told)[0]).toMatchObject({ messages: 0, lastDeed: 5_000, isSilent: false });
  });

  it('should never be a seat that nobody plays', () => {
    const told = events([0, { ...seat, played: false }], [100, mail('m')]);
    expect(at(9_000, told)[0]).toMatchObject({ played: false, isSilent: false });
  });
});
