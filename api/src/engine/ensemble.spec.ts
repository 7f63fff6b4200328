import { cumulativeHostile, outcomeBand } from './index.js';
import { RunDriver, uuid } from './testing/run-driver.js';

const answered = (): RunDriver => {
  const run = RunDriver.started('chief', 'desk').to(15);
  run.act(15, 'chief', {
    kind: 'draft_statement',
    statement: uuid(1),
    strategy: 'rebuild',
    elements: ['what_happened', 'who_is_affected', 'what_we_do', 'next_update', 'outside_inquiry'],
    outlets: ['official_site', 'microblog'],
    text: 'sorry',
  });
  run.act(15, 'chief', { kind: 'publish_statement', statement: uuid(1), version: 1 });
  const post = run.posts.find(({ id }) => id.startsWith('g'))!.id;
  run.act(16, 'desk', { kind: 'reply', post, text: 'we are on it' });
  return run.to(120);
};

describe('outcomeBand', () => {
  const run = answered();
  const band = outcomeBand(run.inputs, run.log, { seeds: 30 });

  it('should have every minute of the real run, and bands around what other seeds brought', () => {
    expect(band.real).toEqual(cumulativeHostile(run.state));
    for (const { p10, p50, p90 } of [band.answered, band.unanswered]) {
      expect([p10.length, p50.length, p90.length]).toEqual([121, 121, 121]);
      for (let minute = 0; minute <= 120; minute++) {
        expect(p10[minute]!).toBeLessThanOrEqual(p50[minute]!);
        expect(p50[minute]!).toBeLessThanOrEqual(p90[minute]!);
        expect(p50[minute]!).toBeGreaterThanOrEqual(p50[minute - 1] ?? 0);
      }
    }
  });

  it('without any statement there should be more hostile posts', () => {
    expect(band.unanswered.p50.at(-1)!).toBeGreaterThan(band.answered.p50.at(-1)!);
    expect(band.worseThan.unanswered).toBeLessThanOrEqual(band.worseThan.answered);
  });

  it('should say which actions belong to the real seed alone', () => {
    expect(band.adaptations).toEqual([{ seq: run.log.length, what: 'dropped' }]);
  });

  it('should come out the same again, and refuse fewer than 30 seeds', () => {
    expect(outcomeBand(run.inputs, run.log, { seeds: 30 })).toEqual(band);
    for (const seeds of [29, 0, 30.5])
      expect(() => outcomeBand(run.inputs, run.log, { seeds })).toThrow(RangeError);
  });

  it('when nothing was said and stand-ins say nothing both bands should be one', () => {
    const silent = RunDriver.started('press').to(120);
    const { answered: with_, unanswered } = outcomeBand(silent.inputs, silent.log, { seeds: 30 });
    expect(with_).toEqual(unanswered);
  });
});
