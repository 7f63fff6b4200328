import type { ObjectiveScore, RunScore, ScenarioDocument, SeatScore } from '@readyroom/contract';
import { weakCourses } from './weak-objectives.js';

const scenario = {
  seats: [{ key: 'chief' }, { key: 'lead' }, { key: 'desk' }],
} as unknown as ScenarioDocument;

const objective = (key: string, final: ObjectiveScore['final'], course = 'a'): ObjectiveScore => ({
  objective: key,
  title: { zh: key, en: key },
  tiers: ['manager'],
  course,
  met: 0,
  late: 0,
  missed: 0,
  suggestion: final,
  ratings: [],
  final,
  finalBy: 'log',
  weak: final === 'M' || final === 'U',
  why: [],
  evidence: [],
});
const seat = (key: string, tier: SeatScore['tier'], objectives: ObjectiveScore[]): SeatScore => ({
  seat: key,
  tier,
  title: { zh: key, en: key },
  metrics: [],
  objectives,
});
const score = (objectives: ObjectiveScore[], seats: SeatScore[]): RunScore => ({
  metrics: [],
  objectives,
  seats,
});

describe('weakCourses', () => {
  it.each(['P', 'S', null] as const)('when the whole is %s it should ask for nothing', (final) => {
    expect(weakCourses(score([objective('x', final)], [seat('desk', 'frontline', [])]), scenario)).toEqual(
      [],
    );
  });

  it('should be for the seats that were weak in it', () => {
    const seats = [
      seat('desk', 'frontline', [objective('x', 'U')]),
      seat('lead', 'manager', [objective('x', 'P')]),
    ];
    expect(weakCourses(score([objective('x', 'M')], seats), scenario)).toEqual([
      { course: 'a', objectives: [{ key: 'x', final: 'M' }], seats: ['desk'] },
    ]);
  });

  it('when only the whole was rated it should be for those that had a part in it', () => {
    const seats = [
      seat('desk', 'frontline', [objective('x', 'P')]),
      seat('lead', 'manager', [objective('y', 'P')]),
    ];
    expect(weakCourses(score([objective('x', 'U')], seats), scenario)[0]!.seats).toEqual(['desk']);
  });

  it('when nobody had a part in it it should be for the played seats of its tiers', () => {
    const seats = [seat('desk', 'frontline', []), seat('lead', 'manager', [])];
    expect(weakCourses(score([objective('x', 'U')], seats), scenario)[0]!.seats).toEqual(['lead']);
  });

  it('should gather what leads to the same course, seats in the order of the cast', () => {
    const seats = [
      seat('desk', 'frontline', [objective('x', 'U')]),
      seat('chief', 'executive', [objective('y', 'M')]),
    ];
    expect(
      weakCourses(
        score([objective('x', 'U'), objective('y', 'M'), objective('z', 'U', 'b')], seats),
        scenario,
      ),
    ).toEqual([
      {
        course: 'a',
        objectives: [
          { key: 'x', final: 'U' },
          { key: 'y', final: 'M' },
        ],
        seats: ['chief', 'desk'],
      },
      { course: 'b', objectives: [{ key: 'z', final: 'U' }], seats: [] },
    ]);
  });
});
