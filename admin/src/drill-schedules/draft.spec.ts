import type { DrillSchedule } from '../providers/contract.js';
import { bodyOf, castOf, changesOf, draftOf, isComplete, sizeOf, takenBeside } from './draft.js';

const seats = [
  { key: 'desk', tier: 'frontline' as const },
  { key: 'lead', tier: 'manager' as const },
];
const schedule = {
  id: 's',
  title: '季度演练',
  scenario: { id: 'c', slug: 'x', title: { zh: '情景', en: 'Scenario' } },
  startsAt: '2026-03-09T10:00',
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
  timeZone: 'Europe/Berlin',
  hours: { days: [1, 2], from: '09:00', to: '18:00' },
  blackout: ['2026-04-06'],
  noNoticeDays: null,
  seed: 7,
  cast: {
    seats: [
      { seat: 'desk', personIds: ['a', 'b'] },
      { seat: 'desk', tier: 'frontline', departmentId: 'd', people: 2 },
      { seat: 'lead', personIds: ['c'] },
    ],
    controllers: ['t'],
    evaluators: [],
    observers: ['o'],
  },
} as unknown as DrillSchedule;

describe('a schedule while it is written', () => {
  it('should change nothing when nothing was changed', () => {
    expect(changesOf(draftOf(schedule), schedule, seats)).toEqual({});
  });

  it('should send what was changed and nothing else', () => {
    const draft = draftOf(schedule);
    expect(changesOf({ ...draft, title: ' 新 ' }, schedule, seats)).toEqual({ title: '新' });
    expect(changesOf({ ...draft, repeat: { kind: 'once' } }, schedule, seats)).toEqual({ rrule: null });
    expect(
      changesOf({ ...draft, cast: { ...draft.cast, observers: [] } }, schedule, seats).cast?.observers,
    ).toEqual([]);
  });

  it('should leave out seats that a scenario does not have, and keep the staff', () => {
    expect(castOf(draftOf(schedule).cast, [seats[1]!])).toEqual({
      seats: [{ seat: 'lead', personIds: ['c'] }],
      controllers: ['t'],
      evaluators: [],
      observers: ['o'],
    });
  });

  it('should take the title of the scenario when it has none', () => {
    expect(bodyOf({ ...draftOf(schedule), title: ' ' }, seats, '情景').title).toBe('情景');
  });

  it('should know who does something else already', () => {
    const { cast } = draftOf(schedule);
    expect([...takenBeside(cast, cast.seats['desk']!.people)]).toEqual(['c', 't', 'o']);
  });

  it('should not be sent while something is missing', () => {
    const draft = draftOf(schedule);
    expect(isComplete(draft)).toBe(true);
    for (const wrong of [
      { scenarioId: '' },
      { startsAt: '' },
      { repeat: { kind: 'own' as const, text: ' ' } },
      { hours: { days: [], from: '09:00', to: '18:00' } },
      { hours: { days: [1], from: '18:00', to: '09:00' } },
      { cast: { ...draft.cast, seats: { desk: { people: [], fill: { departmentId: null, people: 1 } } } } },
    ])
      expect(isComplete({ ...draft, ...wrong })).toBe(false);
  });

  it('should count whom it asks for', () => {
    expect(sizeOf(schedule.cast)).toEqual({ players: 5, seats: 2, staff: 2 });
  });
});
