import { castingsOf, draftOf, keepSeats, takenBeside } from './draft.js';

const person = (id: string) => ({ id, name: id, employeeNo: id, tier: 'manager' as const });
const participants = [
  { person: person('a'), role: 'player' as const, seat: 'pr' },
  { person: person('b'), role: 'player' as const, seat: 'pr' },
  { person: person('c'), role: 'player' as const, seat: 'ceo' },
  { person: person('d'), role: 'evaluator' as const, seat: null },
];

describe('the cast of a run', () => {
  it('should come out as it went in', () => {
    expect(castingsOf(draftOf(participants))).toEqual(
      participants.map(({ person: { id }, role, seat }) => ({ personId: id, role, seat })),
    );
  });

  it('should know who does something else already', () => {
    expect([...takenBeside(draftOf(participants), 'seat:pr')]).toEqual(['c', 'd']);
  });

  it('should drop seats that another scenario does not have, and keep the staff', () => {
    expect(keepSeats(draftOf(participants), [{ key: 'ceo' }])).toEqual({
      'seat:ceo': ['c'],
      evaluator: ['d'],
    });
  });
});
