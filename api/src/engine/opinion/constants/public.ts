import { UNITS, type ConstantEntry, type ScalarEntry } from './constant.js';
import { SOURCES } from './sources.js';

export const PUBLIC = {
  historyShift: {
    value: 0.1,
    unit: UNITS.points,
    range: [0, 0.1],
    kind: 'design',
    basis: {
      zh: '有过类似危机，公众会看到更多责任。方向有文献依据，数值为本产品设定。',
      en: 'After former crises the public sees more responsibility. The direction is published, the size is ours.',
    },
    citations: [SOURCES.clusters, SOURCES.metaAnalysis],
  },
  reputationShift: {
    value: 0.1,
    unit: UNITS.points,
    range: [0, 0.1],
    kind: 'design',
    basis: {
      zh: '原有口碑好则少归责，口碑差则多归责。方向有文献依据，数值为本产品设定。',
      en: 'A good name takes some responsibility away, a poor one adds some. The direction is published, the size is ours.',
    },
    citations: [SOURCES.clusters, SOURCES.metaAnalysis],
  },
  hostileBase: {
    value: 0.1,
    unit: UNITS.share,
    range: null,
    kind: 'design',
    basis: {
      zh: '即使没有人归责，也有一成帖子带敌意。数值为本产品设定。',
      en: 'A tenth of the posts is hostile even if nobody sees any responsibility. Our choice.',
    },
    citations: [],
  },
  hostileSlope: {
    value: 0.8,
    unit: UNITS.share,
    range: null,
    kind: 'design',
    basis: {
      zh: '归责越重，敌意帖子越多，最多占九成。数值为本产品设定。',
      en: 'The more responsibility is seen, the more posts are hostile, up to nine tenths. Our choice.',
    },
    citations: [],
  },
  supportive: {
    value: 0.25,
    unit: UNITS.share,
    range: null,
    kind: 'design',
    basis: {
      zh: '无人归责时，四分之一的帖子表示支持；归责越重，支持越少。其余帖子为质疑。数值为本产品设定。',
      en: 'A quarter of the posts is supportive if nobody sees any responsibility, fewer the more is seen; the rest asks questions. Our choice.',
    },
    citations: [],
  },
} satisfies Record<string, ScalarEntry>;

export const PUBLIC_TABLES = {
  attribution: {
    value: { victim: 0.2, accidental: 0.5, preventable: 0.8 },
    unit: UNITS.points,
    range: [0, 1],
    kind: 'design',
    basis: {
      zh: '受害型、意外型、可预防型危机的初始责任归因。由轻到重的顺序有文献依据，数值为本产品设定。',
      en: 'Responsibility seen at the start of a victim, accidental or preventable crisis. The order is published, the values are ours.',
    },
    citations: [SOURCES.clusters, SOURCES.metaAnalysis],
  },
} satisfies Record<string, ConstantEntry>;

export const PANEL = {
  responsibilityAndReputation: {
    value: -0.54,
    unit: UNITS.correlation,
    range: null,
    kind: 'literature',
    basis: {
      zh: '责任归因与声誉的相关系数，来自对 24 项研究、35 次调查的元分析。归责越重，声誉越差。',
      en: 'Correlation of responsibility seen and reputation, from a meta-analysis of 35 investigations in 24 studies. The more responsibility, the worse the reputation.',
    },
    citations: [SOURCES.metaAnalysis],
  },
  matchAndReputation: {
    value: 0.23,
    unit: UNITS.correlation,
    range: null,
    kind: 'literature',
    basis: {
      zh: '回应策略与危机类型相配对声誉的相关系数，来自同一元分析。与责任归因相比，策略选择的解释力很小。',
      en: 'Correlation of a matching strategy and reputation, from the same meta-analysis. Beside responsibility, the choice of strategy explains little.',
    },
    citations: [SOURCES.metaAnalysis],
  },
  panelSpread: {
    value: 0.1,
    unit: UNITS.points,
    range: null,
    kind: 'design',
    basis: {
      zh: '受访者之间看法的差异（标准差）。数值为本产品设定。',
      en: 'How far the views of respondents differ (standard deviation). Our choice.',
    },
    citations: [],
  },
  panelSize: {
    value: 400,
    unit: UNITS.people,
    range: null,
    kind: 'design',
    basis: {
      zh: '模拟的受访者人数。数值为本产品设定。',
      en: 'Simulated respondents. Our choice.',
    },
    citations: [],
  },
} satisfies Record<string, ScalarEntry>;
