import { METRIC_KEYS, RunScore } from '@readyroom/contract';
import fc from 'fast-check';
import { scoreRun } from './score-run.js';
import { allMetrics, randomRun, sketchOf, withoutEvidence } from './testing/random-run.js';
import { lineOf, RunSketch } from './testing/run-sketch.js';

const SHARES = ['triage_accuracy', 'triage_precision', 'triage_recall', 'triage_f1', 'duplicate_precision'];
SHARES.push(
  'duplicate_recall',
  'duplicate_pair_f1',
  'threshold_quality',
  'alert_hits',
  'decision_calibration',
);

describe('the score of a run', () => {
  it('fits its schema, with a line for every key that has one for any run', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const score = sketchOf(run).score();
        expect(RunScore.parse(score)).toEqual(score);
        const keys = new Set(score.metrics.map((m) => m.key));
        expect([...METRIC_KEYS].filter((k) => !keys.has(k))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('of a run in which nothing happened has no numbers at all', () => {
    const empty = new RunSketch().score();
    expect(empty.seats).toEqual([]);
    expect(empty.metrics.filter((m) => m.value !== null || m.met !== null || m.of !== 0)).toEqual([]);
  });

  it('keeps shares between 0 and 1, counts within their occasions, and evidence within the log', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const sketch = sketchOf(run);
        for (const m of allMetrics(sketch.score())) {
          expect(m.count).toBeLessThanOrEqual(m.of);
          expect(m.evidence.every((seq) => seq >= 1 && seq <= sketch.log.length)).toBe(true);
          expect(m.evidence).toEqual([...new Set(m.evidence)].sort((a, b) => a - b));
          if (m.of === 0) expect(m).toMatchObject({ value: null, met: null, count: 0 });
          if (SHARES.includes(m.key) && m.value !== null) {
            expect(m.value).toBeGreaterThanOrEqual(0);
            expect(m.value).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of simultaneous entries of different seats', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const seats = ['desk', 'lead', 'chief'];
        // Of alerts at one moment the last stands, so there the order of the log is what happened.
        const raised = new Set<number>();
        const steps = run.steps.filter(
          ({ kind, minute }) => kind !== 'raise' || (!raised.has(minute) && raised.add(minute)),
        );
        const other = [...steps].sort(
          (a, b) => a.minute - b.minute || seats.indexOf(b.seat) - seats.indexOf(a.seat),
        );
        const one = [...steps].sort(
          (a, b) => a.minute - b.minute || seats.indexOf(a.seat) - seats.indexOf(b.seat),
        );
        expect(withoutEvidence(sketchOf({ ...run, steps: other }).score())).toEqual(
          withoutEvidence(sketchOf({ ...run, steps: one }).score()),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('never has a lower recall after one more right triage', () => {
    fc.assert(
      fc.property(randomRun, fc.integer({ min: 1, max: 8 }), (run, n) => {
        const sketch = sketchOf(run);
        const before = sketch.line('triage_recall')!.value;
        const { class: kind, priority, escalate } = sketch.truths[`p${n}`]!;
        sketch.triage(150, 'desk', `p${n}`, { class: kind, priority, escalate });
        const after = sketch.line('triage_recall')!.value;
        if (before !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('comes out the same from a log that went through JSON', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const inputs = sketchOf(run).inputs();
        expect(scoreRun(structuredCloneByJson(inputs))).toEqual(scoreRun(inputs));
      }),
      { numRuns: 40 },
    );
  });

  it('takes no notice of an entry that was refused', () => {
    fc.assert(
      fc.property(randomRun, fc.integer({ min: 20, max: 60 }), (run, minute) => {
        const sketch = sketchOf(run);
        const before = sketch.score();
        sketch.entry(minute, 'seat:desk', { kind: 'notify', clock: 'report', text: 'refused' });
        sketch.entry(minute, 'seat:lead', {
          kind: 'decide',
          card: 'go',
          option: 'tell',
          confidence: 1,
          rationale: '',
        });
        expect(sketch.score()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('lists the lines of a seat under that seat and nowhere else', () => {
    const run = new RunSketch().played('desk').post(1, 'p1', { priority: 'urgent' });
    run.triage(2, 'desk', 'p1', { priority: 'urgent' });
    const score = run.score();
    expect(score.metrics.every((m) => m.seat === null)).toBe(true);
    expect(score.seats.map((s) => s.seat)).toEqual(['desk']);
    expect(lineOf(score, 'triage_precision', 'desk')).toMatchObject({ value: 1 });
  });
});

const structuredCloneByJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
