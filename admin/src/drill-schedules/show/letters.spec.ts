import type { DrillOccurrence } from '../../providers/contract.js';
import { lettersOf, toldOff, type Cast } from './letters.js';

const NOW = Date.parse('2026-03-02T01:00:00Z');
const member = (id: string, state: string | null, reason: string | null = null): Cast =>
  ({
    person: { id, name: id, employeeNo: id, tier: 'manager' },
    role: 'observer',
    seat: null,
    invited: state !== null,
    letter: state && { kind: 'invited', state, reason, at: '2026-03-01T00:00:00Z' },
  }) as Cast;
const occurrence = (day: string, ...cast: Cast[]) =>
  ({ id: day, plannedAt: `${day}T02:00:00Z`, cast }) as unknown as DrillOccurrence;

describe('letters of a schedule', () => {
  const occurrences = [
    occurrence('2026-03-01', member('past', 'failed', '550')),
    occurrence('2026-03-09', member('a', 'sent'), member('b', 'kept', 'no_address'), member('c', null)),
    occurrence('2026-03-16', member('a', 'waiting'), member('b', 'kept', 'no_address')),
  ];

  it('should count those of what is to come, and name who was not reached once a reason', () => {
    expect(lettersOf(occurrences, NOW)).toEqual({
      counts: { sent: 1, waiting: 1, kept: 2, failed: 0 },
      unreached: [
        { person: expect.objectContaining({ id: 'b' }), reason: 'no_address', state: 'kept', count: 2 },
      ],
    });
  });

  it('should tell who gets a cancellation by mail and who does not', () => {
    const { byMail, otherwise } = toldOff(occurrences.slice(1));
    expect(byMail.map(({ id }) => id)).toEqual(['a']);
    expect(otherwise.map(({ id }) => id)).toEqual(['b']);
  });
});
