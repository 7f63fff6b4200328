import type { Metric } from '@readyroom/contract';
import { isTold, nameOf, valueOf } from './shown-metric.js';
import { en, zh } from './words.js';

const metric: Metric = {
  key: 'hand_off_latency',
  part: 'up',
  seat: null,
  value: 2.3456,
  unit: 'minutes',
  target: null,
  met: null,
  count: 1,
  of: 1,
  evidence: [],
};

describe('shown metrics', () => {
  it.each([
    ['minutes', 2.3456, '2.35 分钟', '2.35 min'],
    ['share', 0.3333, '33%', '33%'],
    ['count', 4, '4', '4'],
    ['squared_error', 0.25, '0.25', '0.25'],
    ['minutes', null, '始终未发生', 'Never came'],
  ] as const)('should write %s %p with its unit', (unit, value, chinese, english) => {
    expect([valueOf({ unit }, value, zh), valueOf({ unit }, value, en)]).toEqual([chinese, english]);
  });

  it('should name a line by the number and what it is about', () => {
    const report = {
      meanings: [
        { key: metric.key, name: { zh: '传达用时', en: 'Hand-off time' }, meaning: { zh: '-', en: '-' } },
      ],
      parts: [{ part: 'up', title: { zh: '上报', en: 'up' } }],
    };
    expect(nameOf(metric, report, zh, ({ zh: text }) => text)).toBe('传达用时（上报）');
    expect(nameOf({ ...metric, part: null }, report, en, ({ en: text }) => text)).toBe('Hand-off time');
  });

  it('should leave out what there was no occasion for, and keep what never came', () => {
    expect(isTold({ ...metric, value: null, count: 0, of: 0 })).toBe(false);
    expect(isTold({ ...metric, value: null, count: 0, of: 1 })).toBe(true);
    expect(isTold({ ...metric, value: 0 })).toBe(true);
  });
});
