import { UNITS, type ScalarEntry } from './constant.js';
import { SOURCES } from './sources.js';

/** Baked into the tables; changing one means writing the tables anew. */
export const SPREAD_FIXED = {
  kernelFlat: {
    value: 5,
    unit: UNITS.minutes,
    range: null,
    kind: 'literature',
    basis: {
      zh: '帖子发出后的前五分钟，反应速度基本不变。数值是 SEISMIC 公开程序的默认设置，据其公开移植版核对。',
      en: 'Reactions come at an even pace for the first five minutes after a post. Default of the published SEISMIC code, as seen in a public port of it.',
    },
    citations: [SOURCES.seismic],
  },
  kernelExponent: {
    value: 0.2314843,
    unit: UNITS.exponent,
    range: null,
    kind: 'literature',
    basis: {
      zh: '五分钟之后，反应按幂律衰减，指数为 −(1+θ)。论文写作约 0.24，此处用其公开程序的默认值。',
      en: 'After that, reactions fall off as a power law with exponent -(1+θ). About 0.24 in the paper; this is the default of its published code.',
    },
    citations: [SOURCES.seismic],
  },
  kernelHeight: {
    value: 6.266e-4,
    unit: UNITS.perSecond,
    range: null,
    kind: 'literature',
    basis: {
      zh: '前五分钟的反应密度，由上面两个数归一化而得，与公开程序一致。',
      en: 'Density of reactions in the first five minutes; follows from the two numbers above and equals the published code.',
    },
    citations: [SOURCES.seismic],
  },
  kernelMinutes: {
    value: 4_320,
    unit: UNITS.minutes,
    range: null,
    kind: 'design',
    basis: {
      zh: '三天前的帖子不再引发反应。此时理论上还剩约 17% 的反应没有发生，本产品略去不计。',
      en: 'Posts older than three days bring about nothing more. In theory some 17 % of the reactions would still come; leaving them out is our choice.',
    },
    citations: [],
  },
  followerTail: {
    value: 2.016,
    unit: UNITS.exponent,
    range: null,
    kind: 'literature',
    basis: {
      zh: '账号影响力服从幂律分布，密度指数由推特数据估计；我们核对过公开程序中的数值。传播规模主要取决于其中最大的一次扩散。',
      en: 'Influence of accounts follows a power law whose density exponent was fitted to Twitter data; checked in the published code. How large a cascade gets depends mostly on its largest broadcast.',
    },
    citations: [SOURCES.influenceTail, SOURCES.broadcast],
  },
  influencePower: {
    value: 0.5,
    unit: UNITS.exponent,
    range: null,
    kind: 'design',
    basis: {
      zh: '粉丝多四倍，带来的反应只多一倍。数值为本产品设定，并把最有影响力的千分之一账号按同一档处理。',
      en: 'Four times the followers bring twice the reactions. Our choice; the most influential thousandth of the accounts is treated as one class.',
    },
    citations: [],
  },
  authorsDrawn: {
    value: 64,
    unit: UNITS.accounts,
    range: null,
    kind: 'design',
    basis: {
      zh: '一分钟内帖子很多时只抽取这么多作者，再换算成全部作者应有的离散程度。只为节省计算，数值为本产品设定。',
      en: 'When a minute has many posts, so many authors are drawn and scaled to the deviation of all of them. Our choice; it only saves time.',
    },
    citations: [],
  },
} satisfies Record<string, ScalarEntry>;

export const SPREAD = {
  infectiousness: {
    value: 0.62,
    unit: UNITS.reactions,
    range: [0.5, 0.85],
    kind: 'literature',
    basis: {
      zh: '微博内容中转发约占 62%（推特为 31%，转引自二手摘要）；由内部传播产生的帖子数约等于转发数，因此取作基准感染力。',
      en: 'Reposts are about 62 % of what is on Weibo, against 31 % on Twitter (as given by a summary of the paper). What spreads from within is about as much as is reposted, hence the base infectiousness.',
    },
    citations: [SOURCES.weiboReposts, SOURCES.repostVolume],
  },
  infectiousnessCap: {
    value: 0.98,
    unit: UNITS.reactions,
    range: null,
    kind: 'design',
    basis: {
      zh: '感染力低于 1，任何一场风波都会平息；上限为本产品设定。有限人群中的传播采用 HawkesN 形式，它等价于康复过程已被积分掉的 SIR 模型。',
      en: 'Below 1, so that every storm ends; the cap is ours. Spread in a finite population has the HawkesN form, which is SIR with its recoveries integrated out.',
    },
    citations: [SOURCES.sirHawkes],
  },
  ageing: {
    value: 48,
    unit: UNITS.hours,
    range: [24, 96],
    kind: 'design',
    basis: {
      zh: '话题随时间变旧。衰减形式来自 TiDeH，数值为本产品设定，使单帖的半衰期和一天内的传播比例与公开统计相符。',
      en: 'Topics grow old. The form is that of TiDeH; the value is ours, chosen so that half-life and first-day share of a single post agree with published counts.',
    },
    citations: [SOURCES.tideh],
  },
  dailySwing: {
    value: 0.3,
    unit: UNITS.share,
    range: [0, 0.5],
    kind: 'design',
    basis: {
      zh: '活跃程度随昼夜起伏。形式有文献依据，微博热搜也有昼夜规律；幅度为本产品设定。',
      en: 'Activity swings with the time of day. The form is published and hot searches on Weibo show it; the size is ours.',
    },
    citations: [SOURCES.tideh, SOURCES.hotSearch],
  },
  dailyTurn: {
    value: 1_380,
    unit: UNITS.minuteOfDay,
    range: null,
    kind: 'design',
    basis: {
      zh: '晚上十一点起低于平均，清晨五点最安静，下午五点最活跃。数值为本产品设定。',
      en: 'Below average from 11 p.m., quietest at 5 a.m., busiest at 5 p.m. Our choice.',
    },
    citations: [],
  },
  anger: {
    value: 0.6,
    unit: UNITS.factor,
    range: [0.2, 0.8],
    kind: 'design',
    basis: {
      zh: '愤怒比喜悦更容易传播，方向来自两项微博研究；强度为本产品设定。',
      en: 'Anger spreads better than joy: the direction is from two studies of Weibo, the strength is ours.',
    },
    citations: [SOURCES.angerWeibo, SOURCES.angerReposts],
  },
  vacuum: {
    value: 0.1,
    unit: UNITS.factor,
    range: [0, 0.1],
    kind: 'design',
    basis: {
      zh: '当事方一直不开口，信息真空会使传播最多增强一成。数值为本产品设定。',
      en: 'As long as the organisation says nothing, the vacuum makes posts spread up to a tenth better. Our choice.',
    },
    citations: [],
  },
  vacuumMinutes: {
    value: 300,
    unit: UNITS.minutes,
    range: null,
    kind: 'design',
    basis: {
      zh: '信息真空的影响在五小时内升到最高，与重大舆情五小时内发声的要求对应。数值为本产品设定。',
      en: 'The vacuum is full after five hours, the official deadline for authoritative information in major events. Our choice.',
    },
    citations: [SOURCES.officialDeadlines],
  },
  loyalty: {
    value: 0.5,
    unit: UNITS.share,
    range: [0.3, 0.7],
    kind: 'design',
    basis: {
      zh: '一半的跟帖沿用原帖的立场，另一半按公众当时的责任归因重新分布。数值为本产品设定。',
      en: 'Half of the reactions keep the stance of what they react to; the others follow the responsibility that the public sees. Our choice.',
    },
    citations: [],
  },
} satisfies Record<string, ScalarEntry>;
