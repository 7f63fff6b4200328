import type { DrillCadence, Text, Tier } from '@readyroom/contract';

/** What is left of an accuracy once trained, by months without practice. */
const DECAY = [
  { months: 2, retained: 0.81 },
  { months: 3, retained: 0.73 },
  { months: 6, retained: 0.53 },
  { months: 12, retained: 0.28 },
] as const;

const SOURCE: Text = {
  zh: 'Tatel 与 Ackerman（2025），doi:10.1037/bul0000481：汇总 457 份报告、1344 个效应量，准确度约 6.5 个月衰减一半。研究对象为动作与程序性技能，此处作为起点，待以本单位数据校准。',
  en: 'Tatel and Ackerman (2025), doi:10.1037/bul0000481: 1,344 effects of 457 reports; gains in accuracy are half lost after about 6.5 months. They studied motor and procedural skills, so this is where to begin until your own data say otherwise.',
};

const PROPOSED: Record<Tier, { everyMonths: (typeof DECAY)[number]['months']; why: Text }> = {
  frontline: {
    everyMonths: 2,
    why: {
      zh: '一线最先接触舆情，研判与上报全凭熟练，宜用短时演练勤练',
      en: 'Frontline staff meet a storm first and triage from habit, so they drill often and briefly',
    },
  },
  manager: {
    everyMonths: 3,
    why: {
      zh: '管理人员负责协调与把关，每季度一次可覆盖不同类型的情景',
      en: 'Managers coordinate and check; once a quarter lets them meet each kind of scenario',
    },
  },
  executive: {
    everyMonths: 6,
    why: {
      zh: '高层决策次数少而影响大，每半年一次综合演练',
      en: 'Executives decide rarely and with great effect; a comprehensive drill twice a year',
    },
  },
};

/** How often each tier should drill, with the reason: what is left when the next drill comes. */
export const proposedCadence = (lastRuns: ReadonlyMap<Tier, Date>): DrillCadence => ({
  decay: [...DECAY],
  source: SOURCE,
  tiers: (Object.keys(PROPOSED) as Tier[]).map((tier) => {
    const { everyMonths, why } = PROPOSED[tier];
    const { retained } = DECAY.find(({ months }) => months === everyMonths)!;
    const percent = Math.round(retained * 100);
    return {
      tier,
      everyMonths,
      retained,
      rrule: `FREQ=MONTHLY;INTERVAL=${everyMonths}`,
      reason: {
        zh: `${why.zh}；间隔 ${everyMonths} 个月时，准确度约保留 ${percent}%。`,
        en: `${why.en}. After ${everyMonths} months about ${percent}% of the accuracy is left.`,
      },
      lastRunAt: lastRuns.get(tier)?.toISOString() ?? null,
    };
  }),
});
