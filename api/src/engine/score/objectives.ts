import {
  RATINGS,
  type LogEntry,
  type Metric,
  type ObjectiveScore,
  type Rating,
  type ScenarioDocument,
  type ScoreReason,
} from '@readyroom/contract';
import { evidenceOf, metric, shareOf } from './measure.js';
import type { Outcome } from './expectations.js';

type ObjectiveDocument = ScenarioDocument['objectives'][number];
type Rated = ObjectiveScore['ratings'][number] & { readonly objective: string };

/** Part of the expected actions, a late one counting half, from which a rating is suggested below "all in time". */
const SOME_CHALLENGES = 0.75;
const MAJOR_CHALLENGES = 0.4;

/**
 * P: all in time. S: at least 75 %, M: at least 40 % of the expected actions, a late one counting half. U: less. null:
 * no expected action of a played seat was decided.
 */
export function suggestedRating(met: number, late: number, missed: number): Rating | null {
  const all = met + late + missed;
  if (all === 0) return null;
  if (met === all) return 'P';
  const done = (met + late / 2) / all;
  return done >= SOME_CHALLENGES ? 'S' : done >= MAJOR_CHALLENGES ? 'M' : 'U';
}

/** The last rating of each objective and seat: evaluators share one sheet and may correct it. */
export function ratingsOf(log: readonly LogEntry[]): Rated[] {
  const sheet = new Map<string, Rated>();
  for (const { seq, by, action } of [...log].sort((a, b) => a.seq - b.seq)) {
    if (action.kind !== 'rate' || by.startsWith('seat:')) continue;
    const { objective, seat, rating, note } = action;
    sheet.set(`${objective} ${seat ?? ''}`, { objective, seq, seat, rating, note });
  }
  return [...sheet.values()].sort((a, b) => a.seq - b.seq);
}

/** The rating of the whole; without one, the median of the seats' ratings, the worse of the two middle ones. */
export function finalOfRatings(ratings: readonly Pick<Rated, 'seat' | 'rating'>[]): Rating | null {
  const whole = ratings.find((r) => r.seat === null);
  if (whole) return whole.rating;
  const sorted = ratings.map((r) => RATINGS.indexOf(r.rating)).sort((a, b) => a - b);
  return sorted.length === 0 ? null : RATINGS[sorted[Math.floor(sorted.length / 2)]!]!;
}

export function scoreObjective(
  objective: ObjectiveDocument,
  outcomes: readonly Outcome[],
  rated: readonly Rated[],
): ObjectiveScore {
  const own = outcomes.filter((o) => o.objectives.includes(objective.key));
  const ratings = rated.filter((r) => r.objective === objective.key);
  const count = (state: Outcome['state']): number => own.filter((o) => o.state === state).length;
  const [met, late, missed] = [count('met'), count('late'), count('missed')];
  const suggestion = suggestedRating(met, late, missed);
  const byEvaluators = finalOfRatings(ratings);
  const final = byEvaluators ?? suggestion;
  return {
    objective: objective.key,
    title: objective.title,
    tiers: objective.tiers,
    course: objective.course,
    met,
    late,
    missed,
    suggestion,
    ratings: ratings.map(({ seq, seat, rating, note }) => ({ seq, seat, rating, note })),
    final,
    finalBy: byEvaluators !== null ? 'evaluators' : suggestion !== null ? 'log' : null,
    weak: final === 'M' || final === 'U',
    why: reasons(own, ratings),
    evidence: evidenceOf([...own.flatMap((o) => o.seqs), ...ratings.map((r) => r.seq)]),
  };
}

const CODES = { met: 'met_in_time', late: 'met_late', missed: 'missed' } as const;

function reasons(outcomes: readonly Outcome[], ratings: readonly Rated[]): ScoreReason[] {
  const why: ScoreReason[] = outcomes.map((o) => ({
    code: CODES[o.state],
    values: {
      expected: o.expected.id,
      kind: o.expected.kind,
      inject: o.inject,
      seat: o.seat,
      within: o.expected.within,
      whatZh: o.expected.what.zh,
      whatEn: o.expected.what.en,
    },
    evidence: [...o.seqs],
  }));
  for (const { rating, seat, seq } of ratings)
    why.push({
      code: 'rated_by_evaluator',
      values: seat === null ? { rating } : { rating, seat },
      evidence: [seq],
    });
  return why.length > 0 ? why : [{ code: 'nothing_to_measure', values: {}, evidence: [] }];
}

/** How the evaluators' ratings are spread over P, S, M and U. */
export function rubricMetrics(rated: readonly Rated[]): Metric[] {
  return RATINGS.map((rating) => {
    const such = rated.filter((r) => r.rating === rating);
    return metric({
      key: 'rubric',
      part: rating,
      unit: 'share',
      value: shareOf(such.length, rated.length),
      count: such.length,
      of: rated.length,
      seqs: such.map((r) => r.seq),
    });
  });
}
