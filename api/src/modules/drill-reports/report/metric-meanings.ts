import type { MetricKey, MetricMeaning, RunScore, Text } from '@readyroom/contract';

/** What each number means, in a sentence; docs/DRILLS-SCORING.md has the whole definition. */
const MEANINGS: Readonly<Record<MetricKey, { readonly name: Text; readonly meaning: Text }>> = {
  time_to_acknowledge: {
    name: { zh: '响应用时', en: 'Time to acknowledge' },
    meaning: {
      zh: '从收到情景注入到确认或作出决定的分钟数，取中位数。',
      en: 'Median minutes from receiving an inject to acknowledging it or deciding on it.',
    },
  },
  time_to_escalate: {
    name: { zh: '上报用时', en: 'Time to escalate' },
    meaning: {
      zh: '从需要上报的情况出现到有人上报的分钟数，取中位数。',
      en: 'Median minutes from the appearance of something that needs escalating until somebody escalated it.',
    },
  },
  time_to_first_statement: {
    name: { zh: '首份声明用时', en: 'Time to first statement' },
    meaning: {
      zh: '从危机开始到参演人员发布第一份声明的分钟数。',
      en: 'Minutes from the start of the crisis to the first statement that players published.',
    },
  },
  golden_window: {
    name: { zh: '黄金时间内发声', en: 'Golden window' },
    meaning: {
      zh: '首份声明（目标 5 小时内）和完整说明（目标 24 小时内）发布所用的分钟数。',
      en: 'Minutes to the first statement (target five hours) and to a full account (target 24 hours).',
    },
  },
  time_to_notify: {
    name: { zh: '报告监管用时', en: 'Time to notify' },
    meaning: {
      zh: '从报告时限开始计时到完成报告的分钟数。',
      en: 'Minutes from the start of a statutory clock to the notification.',
    },
  },
  spread_race: {
    name: { zh: '与媒体的时间差', en: 'Ahead of the press' },
    meaning: {
      zh: '首份声明比媒体首次报道早多少分钟；负数表示媒体在先。',
      en: 'Minutes by which the first statement came before the first press report; negative means the press was first.',
    },
  },
  triage_accuracy: {
    name: { zh: '研判分类准确率', en: 'Triage accuracy' },
    meaning: {
      zh: '研判过的帖子中，类别判断正确的比例。',
      en: 'Share of triaged posts that were put into the right class.',
    },
  },
  triage_precision: {
    name: { zh: '研判精确率', en: 'Triage precision' },
    meaning: {
      zh: '标为紧急、重要或需上报的帖子中，确实紧要的比例。',
      en: 'Share of flagged posts that were indeed pressing.',
    },
  },
  triage_recall: {
    name: { zh: '研判召回率', en: 'Triage recall' },
    meaning: {
      zh: '确实紧要的情况中，被找出来的比例。',
      en: 'Share of pressing matters that were found.',
    },
  },
  triage_f1: {
    name: { zh: '研判 F1', en: 'Triage F1' },
    meaning: {
      zh: '精确率与召回率的调和平均。',
      en: 'Harmonic mean of triage precision and recall.',
    },
  },
  duplicate_precision: {
    name: { zh: '重复标记精确率', en: 'Duplicate precision' },
    meaning: {
      zh: '标为重复的帖子对中，确实重复的比例。',
      en: 'Share of pairs marked as the same that are the same.',
    },
  },
  duplicate_recall: {
    name: { zh: '重复标记召回率', en: 'Duplicate recall' },
    meaning: {
      zh: '看过的帖子里，确实重复的帖子对被标出的比例。',
      en: 'Share of true pairs among the posts looked at that were marked.',
    },
  },
  duplicate_pair_f1: {
    name: { zh: '重复标记 F1', en: 'Duplicate pair F1' },
    meaning: {
      zh: '重复标记精确率与召回率的调和平均。',
      en: 'Harmonic mean of duplicate precision and recall.',
    },
  },
  priority_inversions: {
    name: { zh: '先后颠倒', en: 'Priority inversions' },
    meaning: {
      zh: '更紧要的帖子在等待时，却先处理了较不紧要的帖子，共有多少对。',
      en: 'Pairs in which the less pressing post was handled while the more pressing one was waiting.',
    },
  },
  triage_median_minutes: {
    name: { zh: '研判用时', en: 'Time to triage' },
    meaning: {
      zh: '从帖子出现到首次研判的分钟数，取中位数。',
      en: 'Median minutes from a post becoming visible to its first triage.',
    },
  },
  alert_hits: {
    name: { zh: '预警命中率', en: 'Alert hits' },
    meaning: {
      zh: '实际达到的预警等级中，及时发布了相应预警的比例。',
      en: 'Share of alert levels reached for which an alert was raised in time.',
    },
  },
  alert_false_alarms: {
    name: { zh: '误报', en: 'False alarms' },
    meaning: {
      zh: '发布后一小时内热度未达到相应等级的预警次数。',
      en: 'Alerts whose level the heat did not reach within an hour.',
    },
  },
  alert_lead_time: {
    name: { zh: '预警提前量', en: 'Alert lead time' },
    meaning: {
      zh: '预警比热度达到该等级早多少分钟；负数表示晚了。',
      en: 'Minutes by which the alert came before the level was reached; negative means late.',
    },
  },
  threshold_quality: {
    name: { zh: '阈值质量', en: 'Threshold quality' },
    meaning: {
      zh: '参演人员设置的阈值，报警后果然升级、升级前果然报警的比例。',
      en: 'How often the thresholds that players set foretold a level, and how often a level was foretold.',
    },
  },
  clocks_met: {
    name: { zh: '按时报告率', en: 'Deadlines met' },
    meaning: {
      zh: '已到期的报告时限中，按时完成的比例。',
      en: 'Share of statutory deadlines that were met.',
    },
  },
  hand_off_latency: {
    name: { zh: '传达用时', en: 'Hand-off time' },
    meaning: {
      zh: '从发出消息到对方确认的分钟数，按上报、下达、横向分别取中位数。',
      en: 'Median minutes from a message to its acknowledgement, by direction.',
    },
  },
  expected_actions_met: {
    name: { zh: '预期行动完成率', en: 'Expected actions done' },
    meaning: {
      zh: '情景要求的行动中，按时完成的比例。',
      en: 'Share of the actions that the scenario calls for which were done in time.',
    },
  },
  decision_quality: {
    name: { zh: '决策质量', en: 'Decision quality' },
    meaning: {
      zh: '各决策按情景作者的评价分为得当、可以、欠妥和超时，各占多少。',
      en: 'Share of decisions that the author of the scenario grades strong, acceptable or weak, or that ran out of time.',
    },
  },
  decision_calibration: {
    name: { zh: '把握的准确度', en: 'Calibration' },
    meaning: {
      zh: '作决定时的把握与决策质量之间的偏差，0 最好，1 表示对欠妥的选项深信不疑。',
      en: 'Distance between how sure the players were and how good their decisions were: 0 is best, 1 is fully sure of a weak option.',
    },
  },
  statement_versions: {
    name: { zh: '声明定稿版次', en: 'Statement versions' },
    meaning: {
      zh: '发布时声明是第几版，取中位数。',
      en: 'Median of the version numbers that were published.',
    },
  },
  approval_minutes: {
    name: { zh: '审批用时', en: 'Approval time' },
    meaning: {
      zh: '从送审到批准或退回的分钟数，取中位数。',
      en: 'Median minutes from being asked to approve to approving or returning.',
    },
  },
  rubric: {
    name: { zh: '评估人员评定', en: 'Evaluators’ ratings' },
    meaning: {
      zh: '评估人员给出的 P、S、M、U 各占多少。',
      en: 'Share of P, S, M and U among the ratings of the evaluators.',
    },
  },
};

/** Of the numbers that a run has, in the order in which they appear. */
export function meaningsOf({ metrics, seats }: Pick<RunScore, 'metrics' | 'seats'>): MetricMeaning[] {
  const keys = new Set([...metrics, ...seats.flatMap((seat) => seat.metrics)].map(({ key }) => key));
  return [...keys].map(meaningOf);
}

export const meaningOf = (key: MetricKey): MetricMeaning => ({ key, ...MEANINGS[key] });
