import type { AudienceCondition } from '../../providers/contract.js';
import { conditionText } from './conditionText.js';
import { conditionMessages } from './messages.js';

const NAMES: Record<string, string> = {
  d1: '客户服务中心',
  p1: '冯晓',
  manager: '中层',
  frontline: '一线',
  hr: '人力资源',
};

function say(condition: AudienceCondition, language: 'zh' | 'en'): string {
  const texts = conditionMessages[language].condition.say as Record<string, string>;
  const named = (id: string) => NAMES[id] ?? id;
  return conditionText(condition, {
    text: (key, values = {}) =>
      texts[key]!.replace(/%\{(\w+)\}/g, (_, name: string) =>
        String((values as Record<string, unknown>)[name]),
      ),
    tier: named,
    role: named,
    department: named,
    person: (id) => NAMES[id] ?? null,
    day: (day) => day,
  });
}

const NIGHT: AudienceCondition = {
  all: [
    { tier: ['manager', 'frontline'] },
    { any: [{ department: ['d1'] }, { tag: ['夜班'] }] },
    { not: { position: ['客服组长'] } },
  ],
};

describe('a condition in words', () => {
  it('should read as a sentence in both languages', () => {
    expect(say(NIGHT, 'zh')).toBe(
      '层级为中层或一线，且（属于客户服务中心（含下级），或带有标签“夜班”），且岗位不是“客服组长”',
    );
    expect(
      say({ all: [{ tier: ['manager'] }, { not: { any: [{ person: ['p1'] }, { role: ['hr'] }] } }] }, 'en'),
    ).toBe('tier is 中层 and not (is 冯晓 or has the access role 人力资源)');
  });

  it('should read dates by the bounds that are there', () => {
    const from = '2026-01-01';
    const to = '2026-06-30';
    expect(say({ hired: { from, to } }, 'zh')).toBe('入职日期在 2026-01-01 至 2026-06-30 之间');
    expect(say({ hired: { from, to: null } }, 'en')).toBe('joined on or after 2026-01-01');
    expect(say({ not: { hired: { from: null, to } } }, 'en')).toBe('did not join on or before 2026-06-30');
  });

  it('should count people whom it cannot name, and undo what is denied twice', () => {
    expect(say({ person: ['p1', 'unknown'] }, 'zh')).toBe('是指定的 2 人之一');
    expect(say({ not: { not: { person: ['p1'] } } }, 'zh')).toBe('是冯晓');
  });

  it('should say what empty groups mean', () => {
    expect(say({ all: [] }, 'en')).toBe('everybody');
    expect(say({ any: [] }, 'en')).toBe('nobody');
  });
});
