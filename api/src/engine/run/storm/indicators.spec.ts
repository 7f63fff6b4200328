import { RunDriver, uuid } from '../../testing/run-driver.js';

const run = RunDriver.started('chief', 'press').to(119);
const samples = run.told('indicators').map(({ sample }) => sample);

describe('indicators', () => {
  it('should come every minute, for everybody', () => {
    expect(samples.map(({ minute }) => minute)).toEqual(samples.map((_, i) => i));
    expect(
      run
        .told('indicators')
        .every(({ at, audience, sample }) => audience === 'all' && at === sample.minute * 60),
    ).toBe(true);
  });

  it('volume and negative share should follow from the posts of the last hour', () => {
    for (const [minute, sample] of samples.entries()) {
      const hour = samples.slice(Math.max(0, minute - 59), minute + 1);
      const hostile = hour.reduce((sum, one) => sum + one.hostile, 0);
      const all = hour.reduce((sum, one) => sum + one.hostile + one.questioning + one.supportive, 0);
      expect(sample.volume).toBe(all);
      expect(sample.negativeShare).toBe(all === 0 ? 0 : Math.round((100 * hostile) / all));
    }
  });

  it('complaints should never be more than the posts, and forget what is an hour old', () => {
    expect(samples[30]!.complaints).toBeGreaterThan(0);
    for (const { complaints, volume } of samples) expect(complaints).toBeLessThanOrEqual(volume + 1);
    expect(run.state.complaints).toHaveLength(60);
  });

  it('silence should be counted from the last statement', () => {
    const answered = RunDriver.started('chief').to(9);
    answered.act(9.5, 'chief', {
      kind: 'draft_statement',
      statement: uuid(1),
      strategy: 'inform',
      elements: [],
      outlets: ['microblog'],
      text: 'x',
    });
    answered.act(9.5, 'chief', { kind: 'publish_statement', statement: uuid(1), version: 1 });
    const silences = answered
      .to(12)
      .told('indicators')
      .map(({ sample }) => sample.silence);
    expect(silences).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2]);
  });

  it('the ladder should tell staff when the heat reaches a level, and again only after it fell', () => {
    const limits = { blue: 20, yellow: 40, orange: 60, red: 80 };
    const alarms = run.told('alarm');
    expect(alarms.length).toBeGreaterThan(0);
    for (const [level, limit] of Object.entries(limits)) {
      const expected: number[] = [];
      let armed = true;
      for (const { heat, minute } of samples) {
        if (armed && heat >= limit) expected.push(minute);
        if (heat >= limit) armed = false;
        else if (heat < limit * 0.8) armed = true;
      }
      const own = alarms.filter((alarm) => alarm.level === level);
      expect(own.map(({ at }) => at / 60)).toEqual(expected);
      expect(own.every(({ audience, measure }) => audience === 'staff' && measure === 'heat')).toBe(true);
    }
  });
});
