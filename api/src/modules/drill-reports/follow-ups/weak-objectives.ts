import type { Rating, RunScore, ScenarioDocument, Tier } from '@readyroom/contract';

export interface WeakCourse {
  /** Slug of the course. */
  readonly course: string;
  readonly objectives: readonly { readonly key: string; readonly final: Rating }[];
  /** Seats whose people should take it. */
  readonly seats: readonly string[];
}

/**
 * Which courses a run asks for, and of whom. The seats of a weak objective are those that were weak in it; when only
 * the whole was rated, those that had a part in it; when nobody had, the played seats of its tiers.
 */
export function weakCourses(score: RunScore, scenario: ScenarioDocument): WeakCourse[] {
  const courses = new Map<string, { objectives: WeakCourse['objectives'][number][]; seats: Set<string> }>();
  for (const { objective, course, weak, final, tiers } of score.objectives) {
    if (!weak || final === null) continue;
    const found = courses.get(course) ?? { objectives: [], seats: new Set<string>() };
    found.objectives.push({ key: objective, final });
    for (const seat of concerned(score, objective, tiers)) found.seats.add(seat);
    courses.set(course, found);
  }
  const order = scenario.seats.map(({ key }) => key);
  return [...courses].map(([course, { objectives, seats }]) => ({
    course,
    objectives,
    seats: order.filter((key) => seats.has(key)),
  }));
}

function concerned({ seats }: RunScore, objective: string, tiers: readonly Tier[]): string[] {
  const having = (test: (weak: boolean) => boolean) =>
    seats
      .filter(({ objectives }) => objectives.some((one) => one.objective === objective && test(one.weak)))
      .map(({ seat }) => seat);
  const weak = having((isWeak) => isWeak);
  if (weak.length > 0) return weak;
  const part = having(() => true);
  if (part.length > 0) return part;
  return seats.filter(({ tier }) => tiers.includes(tier)).map(({ seat }) => seat);
}
