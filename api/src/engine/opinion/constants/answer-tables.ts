import { UNITS, type ConstantEntry } from './constant.js';
import { SOURCES } from './sources.js';

export const ANSWER_TABLE_ENTRIES = {
  matchVictim: {
    value: { deny: 0.6, diminish: 0.3, rebuild: 0.2, bolster: 0.3, inform: 0.5 },
    unit: UNITS.effect,
    range: [0, 1],
    kind: 'design',
    basis: {
      zh: '受害型危机：有证据的否认和如实说明最相配，道歉补偿不会有害。顺序有文献依据，数值为本产品设定。',
      en: 'Victim crisis: denying with evidence and informing fit best; rebuilding never harms. The order is published, the values are ours.',
    },
    citations: [SOURCES.clusters],
  },
  matchAccidental: {
    value: { deny: -0.6, diminish: 0.6, rebuild: 0.5, bolster: 0.2, inform: 0.4 },
    unit: UNITS.effect,
    range: [-1, 1],
    kind: 'design',
    basis: {
      zh: '意外型危机：说明原因与限度、道歉补偿相配，否认有害。顺序有文献依据，数值为本产品设定。',
      en: 'Accidental crisis: diminishing and rebuilding fit, denying harms. The order is published, the values are ours.',
    },
    citations: [SOURCES.clusters],
  },
  matchPreventable: {
    value: { deny: -1, diminish: -0.15, rebuild: 1, bolster: 0.1, inform: 0.3 },
    unit: UNITS.effect,
    range: [-1, 1],
    kind: 'design',
    basis: {
      zh: '可预防型危机：道歉补偿最相配，否认有害。对“淡化”的证据互相矛盾：理论认为不宜，一项微博研究（仅读摘要，770 条企业危机博文、931668 条评论）却发现淡化和道歉对各类危机都较好，因此本产品取 −0.3 与 0 之间。',
      en: 'Preventable crisis: rebuilding fits best, denying harms. For diminishing the evidence conflicts: theory advises against it, but a study of Weibo (abstract only; 770 posts on corporate crises, 931,668 comments) saw diminish and rebuild do best in every type of crisis, so our value is held between -0.3 and 0.',
    },
    citations: [SOURCES.clusters, SOURCES.weiboAnswers],
  },
  timing: {
    value: { 15: 1, 60: 0.8, 300: 0.5, 1440: 0.15, 4320: 0 },
    unit: UNITS.factor,
    range: [0, 1],
    kind: 'design',
    basis: {
      zh: '危机可见后多少分钟发声，效力还剩多少，其间按直线换算。时间点取自行业指引（15、60 分钟）、官方时限（5、24 小时）和辟谣效果的消退（72 小时），数值为本产品设定。',
      en: 'What is left of an answer so many minutes after the crisis became visible, straight lines in between. The times are from industry guidance (15 and 60 min), official deadlines (5 and 24 h) and the fading of refutations (72 h); the values are ours.',
    },
    citations: [SOURCES.firstHour, SOURCES.officialDeadlines, SOURCES.refutationFades],
  },
} satisfies Record<string, ConstantEntry>;
