import type { Tier } from '@readyroom/contract';
import { seatGroups, type Seat } from './seat-names.js';

const seat = (key: string, tier: Tier): Seat => ({
  key,
  tier,
  title: { zh: key, en: key },
  department: { zh: 'd', en: 'd' },
  mayPublish: false,
  approvers: [],
});
const SEATS = [
  seat('ceo', 'executive'),
  seat('pr', 'manager'),
  seat('legal', 'manager'),
  seat('desk', 'frontline'),
];
const keys = (from: string) =>
  seatGroups(SEATS, from).map(({ direction, seats }) => [direction, seats.map(({ key }) => key)]);

describe('seatGroups', () => {
  it('should put higher tiers up, the same sideways and lower ones down', () =>
    expect(keys('pr')).toEqual([
      ['up', ['ceo']],
      ['sideways', ['legal']],
      ['down', ['desk']],
    ]));
  it('should leave out groups without a seat', () => {
    expect(keys('ceo')).toEqual([['down', ['pr', 'legal', 'desk']]]);
    expect(keys('desk')).toEqual([['up', ['ceo', 'pr', 'legal']]]);
  });
  it('should be empty for a seat that is not in the scenario', () => expect(keys('nobody')).toEqual([]));
});
