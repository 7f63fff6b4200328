import {
  ALERT_LEVELS,
  TRIAGE_CLASSES,
  TRIAGE_PRIORITIES,
  type Metric,
  type RunScore,
} from '@readyroom/contract';
import fc from 'fast-check';
import { RunSketch } from './run-sketch.js';
import { tinyScenario } from './tiny-scenario.js';

const SEATS = ['desk', 'lead', 'chief'] as const;
const POSTS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
const scenario = tinyScenario();

const truth = fc.record({
  class: fc.constantFrom(...TRIAGE_CLASSES),
  priority: fc.constantFrom(...TRIAGE_PRIORITIES),
  escalate: fc.boolean(),
  group: fc.constantFrom(undefined, 'a', 'b'),
  at: fc.nat({ max: 20 }),
});

const minute = fc.integer({ min: 20, max: 60 });
const seat = fc.constantFrom(...SEATS);
const post = fc.constantFrom(...POSTS);

const step = fc.oneof(
  fc.record({
    kind: fc.constant('triage' as const),
    minute,
    seat,
    post,
    class: fc.constantFrom(...TRIAGE_CLASSES),
    priority: fc.constantFrom(...TRIAGE_PRIORITIES),
    escalate: fc.boolean(),
    duplicateOf: fc.constantFrom(null, ...POSTS),
  }),
  fc.record({ kind: fc.constant('raise' as const), minute, seat, level: fc.constantFrom(...ALERT_LEVELS) }),
  fc.record({ kind: fc.constant('acknowledge' as const), minute, seat }),
  fc.record({ kind: fc.constant('message' as const), minute, seat, post, to: seat }),
  fc.record({ kind: fc.constant('threshold' as const), minute, seat, value: fc.nat({ max: 900 }) }),
);

export interface RandomRun {
  readonly truths: readonly Truth[];
  readonly steps: readonly Step[];
}
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Truth = typeof truth extends fc.Arbitrary<infer T> ? T : never;

export const randomRun = fc.record({
  truths: fc.array(truth, { minLength: POSTS.length, maxLength: POSTS.length }),
  steps: fc.array(step, { maxLength: 40 }).map((steps) => [...steps].sort((a, b) => a.minute - b.minute)),
});

/** Puts the steps down in the order given. */
export function sketchOf(run: RandomRun): RunSketch {
  const sketch = new RunSketch(scenario).played(...SEATS).inject(15, 'call', ['desk', 'lead']);
  run.truths.forEach(({ at, ...own }, i) => {
    const { group, ...rest } = own;
    sketch.post(at, POSTS[i]!, group === undefined ? rest : { ...rest, group });
  });
  for (let i = 0; i <= 60; i += 5) sketch.heat([i, (i * 7) % 100]);
  run.steps.forEach((s, i) => {
    if (s.kind === 'triage') sketch.triage(s.minute, s.seat, s.post, judgedOf(s));
    else if (s.kind === 'raise') sketch.raise(s.minute, s.seat, s.level);
    else if (s.kind === 'acknowledge') sketch.acknowledge(s.minute, s.seat, 'call');
    else if (s.kind === 'message')
      sketch.message(s.minute, s.seat, `m-${s.seat}-${s.minute}-${i}`, [s.to], s.post);
    else
      sketch.act(s.minute, s.seat, {
        kind: 'set_threshold',
        measure: 'volume',
        level: 'orange',
        value: s.value,
      });
  });
  return sketch.ends(200);
}

const judgedOf = (s: Extract<Step, { kind: 'triage' }>) => ({
  class: s.class,
  priority: s.priority,
  escalate: s.escalate,
  duplicateOf: s.duplicateOf,
});

/** Everything of a score but the sequence numbers, which renumbering changes. */
export const withoutEvidence = (score: RunScore): unknown =>
  JSON.parse(JSON.stringify(score, (key, value: unknown) => (key === 'evidence' ? undefined : value)));

export const allMetrics = (score: RunScore): Metric[] => [
  ...score.metrics,
  ...score.seats.flatMap((s) => s.metrics),
];
