import { UNITS, type ScalarEntry } from './constant.js';
import { SOURCES } from './sources.js';

export const ANSWERS = {
  answerEffect: {
    value: 0.5,
    unit: UNITS.factor,
    range: [0.3, 0.7],
    kind: 'design',
    basis: {
      zh: '效力为 1 的回应，刚发出时使传播减半。数值为本产品设定，模型的检验覆盖整个范围。',
      en: 'An answer of strength 1 halves the spread at first. Our choice; the checks of the model cover the whole range.',
    },
    citations: [],
  },
  answerMinutes: {
    value: 4_320,
    unit: UNITS.minutes,
    range: null,
    kind: 'design',
    basis: {
      zh: '回应对传播的作用在三天内线性减退。有研究发现辟谣效果约在 72 小时内消退，直线的形状为本产品设定。',
      en: 'What an answer does to the spread fades over three days in a straight line. One study saw the effect of refutations fade over 72 hours; the straight line is ours.',
    },
    citations: [SOURCES.refutationFades],
  },
  attributionEffect: {
    value: 0.25,
    unit: UNITS.points,
    range: [0.15, 0.35],
    kind: 'design',
    basis: {
      zh: '效力为 1 的回应使责任归因下降四分之一。数值为本产品设定，模型的检验覆盖整个范围。',
      en: 'An answer of strength 1 takes a quarter off the responsibility seen. Our choice; the checks of the model cover the whole range.',
    },
    citations: [],
  },
  match: {
    value: 0.55,
    unit: UNITS.effect,
    range: [0.4, 0.7],
    kind: 'design',
    basis: {
      zh: '策略与危机类型相配的权重。数值为本产品设定；文献中策略的影响不大（r = 0.23），不宜当作“对症就灵”。',
      en: 'Weight of a strategy that fits the crisis. Our choice; published effects are small (r = .23), so this is no magic matching.',
    },
    citations: [SOURCES.metaAnalysis],
  },
  transparency: {
    value: 0.15,
    unit: UNITS.effect,
    range: [0.1, 0.2],
    kind: 'design',
    basis: {
      zh: '说清发生了什么、影响到谁、正在做什么、何时再通报。权重为本产品设定。',
      en: 'What happened, who is affected, what we do, when we speak again. The weight is our choice.',
    },
    citations: [],
  },
  externalInquiry: {
    value: 0.15,
    unit: UNITS.effect,
    range: [0.05, 0.25],
    kind: 'design',
    basis: {
      zh: '请外部机构调查能挽回态度。方向有文献依据，权重为本产品设定。',
      en: 'An inquiry by outsiders restored attitudes. The direction is published, the weight is ours.',
    },
    citations: [SOURCES.inquiry],
  },
  internalInquiry: {
    value: 0,
    unit: UNITS.effect,
    range: null,
    kind: 'literature',
    basis: {
      zh: '同一研究中，内部自查没有挽回态度，因此为零。',
      en: 'In the same study an inquiry by the organisation itself restored nothing, hence zero.',
    },
    citations: [SOURCES.inquiry],
  },
  bothForms: {
    value: 0.1,
    unit: UNITS.effect,
    range: [0.05, 0.15],
    kind: 'design',
    basis: {
      zh: '正式公告与社交账号同时发声，效果好于只用其一，单用时两者相当。方向来自对 94 起企业危机的研究，权重为本产品设定。',
      en: 'A formal notice together with informal posts does better than either alone, which are alike. The direction is from 94 corporate crises, the weight is ours.',
    },
    citations: [SOURCES.risingPhase],
  },
  evidence: {
    value: 0.05,
    unit: UNITS.effect,
    range: [0, 0.1],
    kind: 'design',
    basis: {
      zh: '回应附上证据更有说服力。方向有文献依据，权重为本产品设定。',
      en: 'An answer with evidence convinces better. The direction is published, the weight is ours.',
    },
    citations: [SOURCES.refutationEvidence],
  },
  evidenceOnRumour: {
    value: 0.15,
    unit: UNITS.effect,
    range: [0.1, 0.2],
    kind: 'design',
    basis: {
      zh: '针对谣言，引用证据的辟谣效果最好，因此权重更大。方向有文献依据，权重为本产品设定。',
      en: 'Against rumours, refutations that cite evidence did best, so the weight is larger. The direction is published, the weight is ours.',
    },
    citations: [SOURCES.refutationEvidence],
  },
  chiefExecutive: {
    value: 0,
    unit: UNITS.effect,
    range: null,
    kind: 'literature',
    basis: {
      zh: '由负责人还是发言人出面，研究中差别很小，因此为零。另有一项微博研究（仅读摘要）认为高管出面能增强淡化和道歉的效果，本产品未采用。',
      en: 'Chief executive or spokesperson made little difference in the study, hence zero. A study of Weibo (abstract only) saw executives strengthen diminishing and rebuilding; we do not use it.',
    },
    citations: [SOURCES.speaker, SOURCES.weiboAnswers],
  },
  stealingThunder: {
    value: 0.15,
    unit: UNITS.effect,
    range: [0, 0.15],
    kind: 'design',
    basis: {
      zh: '抢在别人之前主动说出问题，能减轻损害。多项研究支持，但也有一项没有发现效果，因此本产品取值较小。',
      en: 'Telling of a problem before others do lessens the harm. Several studies say so, one found nothing, so our value is small.',
    },
    citations: [SOURCES.thunder, SOURCES.thunderProduct, SOURCES.thunderNull],
  },
  stealingThunderMore: {
    value: 0.05,
    unit: UNITS.effect,
    range: [0, 0.05],
    kind: 'design',
    basis: {
      zh: '产品类危机且原有口碑良好时，主动披露的作用更大。方向有文献依据，数值为本产品设定。',
      en: 'Coming forward first helps more with a good name and a crisis of the product. The direction is published, the size is ours.',
    },
    citations: [SOURCES.thunderProduct],
  },
  afterPeak: {
    value: 0.6,
    unit: UNITS.factor,
    range: [0.4, 1],
    kind: 'design',
    basis: {
      zh: '热度上升期回应能缩短舆情周期，回落后再回应作用变小。方向来自对 94 起企业危机的研究，倍数为本产品设定。',
      en: 'Acting while the curve rises shortens the cycle; afterwards an answer does less. The direction is from 94 corporate crises, the factor is ours.',
    },
    citations: [SOURCES.risingPhase],
  },
  nearPeak: {
    value: 0.9,
    unit: UNITS.share,
    range: null,
    kind: 'design',
    basis: {
      zh: '最近一小时的帖子数不低于此前最高一小时的九成，即视为仍在上升期。数值为本产品设定。',
      en: 'Heat counts as rising while the last hour has at least nine tenths of the busiest hour so far. Our choice.',
    },
    citations: [],
  },
  climb: {
    value: 0.5,
    unit: UNITS.share,
    range: null,
    kind: 'design',
    basis: {
      zh: '最近一小时比前一小时多五成以上，视为新一波上升；更小的起伏多属偶然。数值为本产品设定。',
      en: 'Half as many posts again as in the hour before count as a new wave; less is mostly chance. Our choice.',
    },
    citations: [],
  },
  bareDenial: {
    value: 0.2,
    unit: UNITS.effect,
    range: [0, 0.3],
    kind: 'design',
    basis: {
      zh: '受害型危机或谣言中，没有证据的否认远不如有证据的否认。方向有文献依据，数值为本产品设定。',
      en: 'For a victim or against a rumour, denying without evidence does much less than with it. The direction is published, the size is ours.',
    },
    citations: [SOURCES.refutationEvidence],
  },
} satisfies Record<string, ScalarEntry>;
