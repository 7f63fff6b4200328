import type { Locale } from '@readyroom/contract';

export interface ReportTexts {
  readonly title: string;
  readonly summary: string;
  readonly facts: Readonly<
    Record<
      'scenario' | 'organisation' | 'mode' | 'started' | 'ended' | 'status' | 'seats' | 'staff' | 'photos',
      string
    >
  >;
  readonly modes: Readonly<Record<'live' | 'solo', string>>;
  readonly nobody: string;
  readonly simulated: string;
  readonly objectives: string;
  readonly objectiveHead: readonly string[];
  readonly byEvaluators: string;
  readonly byLog: string;
  readonly notRated: string;
  readonly photos: (count: number) => string;
  readonly counted: (met: number, late: number, missed: number) => string;
  readonly seatsTitle: string;
  readonly metrics: string;
  readonly metricHead: readonly string[];
  readonly definitions: string;
  readonly never: string;
  readonly met: string;
  readonly notMet: string;
  readonly atMost: (value: string) => string;
  readonly atLeast: (value: string) => string;
  readonly units: Readonly<
    Record<'minutes' | 'share' | 'count' | 'squared_error', (value: number) => string>
  >;
  readonly earlier: string;
  readonly noEarlier: string;
  readonly feedback: string;
  readonly feedbackNotGrade: (seeds: number) => string;
  readonly feedbackHead: readonly string[];
  readonly feedbackRows: readonly [string, string, string];
  readonly endedLower: (answered: string, unanswered: string) => string;
  readonly adapted: (count: number) => string;
  readonly whatIf: string;
  readonly noStatement: string;
  readonly whatIfHead: readonly string[];
  readonly asItWas: string;
  readonly later: (minutes: number) => string;
  readonly earlierBy: (minutes: number) => string;
  readonly refusedBecause: (moment: string, reason: string) => string;
  readonly noneOut: string;
  readonly timeline: string;
  readonly timelineHead: readonly string[];
  readonly hotWash: string;
  readonly noHotWash: string;
  readonly hotWashHead: readonly string[];
  readonly unnamed: string;
  readonly followUps: string;
  readonly noFollowUps: string;
  readonly followUpHead: readonly string[];
  readonly actions: string;
  readonly noActions: string;
  readonly actionHead: readonly string[];
  readonly certificate: string;
  readonly certificateText: string;
  readonly certificateRows: Readonly<
    Record<'scenario' | 'engine' | 'seed' | 'log' | 'state' | 'noted' | 'command', string>
  >;
  readonly entries: (count: number) => string;
  readonly matches: string;
  readonly differs: string;
  readonly noneNoted: string;
  readonly honesty: string;
  readonly signature: string;
  readonly page: (page: number, of: number) => string;
  readonly instant: (iso: string | null, timeZone: string) => string;
}

const instantWriter = (language: string) => (iso: string | null, timeZone: string) =>
  iso === null
    ? '-'
    : new Intl.DateTimeFormat(language, {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(iso));

const short = (value: number): string => String(Math.round(value * 100) / 100);
const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** The words of the report. */
export const REPORT_TEXTS: Readonly<Record<Locale, ReportTexts>> = {
  'zh-CN': {
    title: '演练评估报告',
    summary: '基本情况',
    facts: {
      scenario: '演练情景',
      organisation: '组织单位',
      mode: '演练方式',
      started: '开始时间',
      ended: '结束时间',
      status: '结束方式',
      seats: '参演席位',
      staff: '导调与评估',
      photos: '现场照片',
    },
    modes: { live: '实战演练', solo: '自助演练' },
    nobody: '无',
    simulated: '模拟',
    objectives: '演练目标',
    objectiveHead: ['目标', '结论', '依据', '日志序号'],
    byEvaluators: '评估人员评定',
    byLog: '按日志推算',
    notRated: '未评定',
    photos: (count) => `${count} 张，在管理后台的报告中查看`,
    counted: (met, late, missed) => `按时 ${met}，超时 ${late}，未完成 ${missed}`,
    seatsTitle: '各席位表现',
    metrics: '指标',
    metricHead: ['指标', '结果', '目标', '是否达标', '日志序号'],
    definitions: '指标说明',
    never: '始终未发生',
    met: '达标',
    notMet: '未达标',
    atMost: (value) => `不超过 ${value}`,
    atLeast: (value) => `不低于 ${value}`,
    units: {
      minutes: (value) => `${short(value)} 分钟`,
      share: percent,
      count: (value) => short(value),
      squared_error: (value) => short(value),
    },
    earlier: '与以往场次对比',
    noEarlier: '此前没有可对比的同情景场次。',
    feedback: '舆情走势反馈',
    feedbackNotGrade: (seeds) =>
      `以下为模拟公众的反应，仅作反馈，不计入评分。同样的做法另用 ${seeds} 个随机种子推演，结果区间如下。`,
    feedbackHead: ['敌意帖子累计', '较低（10%）', '居中（50%）', '较高（90%）'],
    feedbackRows: ['本场实际', '同样的做法', '没有任何声明'],
    endedLower: (answered, unanswered) =>
      `同样的做法下，${answered} 的种子以更少的敌意帖子收场；没有任何声明时，这一比例为 ${unanswered}。`,
    adapted: (count) => `有 ${count} 项操作针对本场特有的帖子，无法带入其他种子，已略去。`,
    whatIf: '如果声明早些或晚些发布',
    noStatement: '本场没有参演人员发布声明，无从推演。',
    whatIfHead: ['情形', '首份声明（分钟）', '敌意帖子', '最高热度', '不再算数的操作'],
    asItWas: '本场实际',
    later: (minutes) => `晚 ${minutes} 分钟`,
    earlierBy: (minutes) => `早 ${minutes} 分钟`,
    refusedBecause: (moment, reason) => `${moment}：会被拒绝，${reason}`,
    noneOut: '没有声明发布',
    timeline: '过程时间线',
    timelineHead: ['时刻', '席位', '经过', '日志序号'],
    hotWash: '现场点评',
    noHotWash: '还没有人填写。',
    hotWashHead: ['填写人', '做得好、应保留', '有欠缺', '最该改的一件事', '把握（前→后）'],
    unnamed: '不署名',
    followUps: '后续培训',
    noFollowUps: '没有因本场演练派发课程。',
    followUpHead: ['课程', '人数'],
    actions: '纠正行动',
    noActions: '尚未登记纠正行动。',
    actionHead: ['行动', '负责人', '截止日期', '状态'],
    certificate: '复演凭证',
    certificateText: '凭以下内容和导出的日志，任何人都能复演本场演练并得到同样的状态哈希。',
    certificateRows: {
      scenario: '情景哈希',
      engine: '引擎版本',
      seed: '随机种子',
      log: '日志 SHA-256',
      state: '状态哈希',
      noted: '与结束时记录比对',
      command: '复演命令',
    },
    entries: (count) => `共 ${count} 条`,
    matches: '一致',
    differs: '不一致',
    noneNoted: '结束时未作记录',
    honesty: '模型与评分说明',
    signature: '签字：________________　日期：____________',
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    instant: instantWriter('zh-CN'),
  },
  en: {
    title: 'After-action report',
    summary: 'The drill',
    facts: {
      scenario: 'Scenario',
      organisation: 'Organisation',
      mode: 'Kind',
      started: 'Started',
      ended: 'Ended',
      status: 'How it ended',
      seats: 'Seats',
      staff: 'Staff',
      photos: 'Photos',
    },
    modes: { live: 'Live drill', solo: 'Solo drill' },
    nobody: 'nobody',
    simulated: 'simulated',
    objectives: 'Objectives',
    objectiveHead: ['Objective', 'Result', 'Basis', 'Log entries'],
    byEvaluators: 'rated by evaluators',
    byLog: 'worked out from the log',
    notRated: 'not rated',
    photos: (count) => `${count}, shown with the report in the console`,
    counted: (met, late, missed) => `in time ${met}, late ${late}, missed ${missed}`,
    seatsTitle: 'Seat by seat',
    metrics: 'Numbers',
    metricHead: ['Number', 'Result', 'Target', 'Met', 'Log entries'],
    definitions: 'What the numbers mean',
    never: 'never came',
    met: 'met',
    notMet: 'not met',
    atMost: (value) => `at most ${value}`,
    atLeast: (value) => `at least ${value}`,
    units: {
      minutes: (value) => `${short(value)} min`,
      share: percent,
      count: (value) => short(value),
      squared_error: (value) => short(value),
    },
    earlier: 'Against earlier runs',
    noEarlier: 'There is no earlier run of this scenario to compare with.',
    feedback: 'How the public reacted',
    feedbackNotGrade: (seeds) =>
      `This is feedback and no grade. The same actions were played under ${seeds} other seeds; the table shows the range.`,
    feedbackHead: ['Hostile posts in all', 'Low (10%)', 'Middle (50%)', 'High (90%)'],
    feedbackRows: ['This run', 'The same actions', 'Without any statement'],
    endedLower: (answered, unanswered) =>
      `With the same actions, ${answered} of the seeds ended with fewer hostile posts than this run; without any statement, ${unanswered}.`,
    adapted: (count) =>
      `Actions left out because the posts they are about exist under the seed of this run only: ${count}.`,
    whatIf: 'If the statement had come sooner or later',
    noStatement: 'No player published a statement, so there is nothing to move.',
    whatIfHead: [
      'Case',
      'First statement (min)',
      'Hostile posts',
      'Peak heat',
      'Actions that then do not count',
    ],
    asItWas: 'As it was',
    later: (minutes) => `${minutes} min later`,
    earlierBy: (minutes) => `${minutes} min sooner`,
    refusedBecause: (moment, reason) => `${moment}: would have been refused, because ${reason}`,
    noneOut: 'none came out',
    timeline: 'Timeline',
    timelineHead: ['Time', 'Seat', 'What happened', 'Log entry'],
    hotWash: 'Hot wash',
    noHotWash: 'Nobody has answered yet.',
    hotWashHead: [
      'By',
      'What to keep',
      'What was missing',
      'One thing to change',
      'Confidence, before to after',
    ],
    unnamed: 'not named',
    followUps: 'Training that follows',
    noFollowUps: 'No course was assigned because of this drill.',
    followUpHead: ['Course', 'People'],
    actions: 'Corrective actions',
    noActions: 'No corrective action has been written down yet.',
    actionHead: ['Action', 'Owner', 'Due', 'Status'],
    certificate: 'Replay certificate',
    certificateText:
      'With this and the exported log anybody can play the run again and will get the same state hash.',
    certificateRows: {
      scenario: 'Scenario hash',
      engine: 'Engine version',
      seed: 'Seed',
      log: 'Log SHA-256',
      state: 'State hash',
      noted: 'Against the hash noted at the end',
      command: 'Command',
    },
    entries: (count) => `${count} entries`,
    matches: 'the same',
    differs: 'differs',
    noneNoted: 'none was noted',
    honesty: 'About the model and the scores',
    signature: 'Signature: ________________  Date: ____________',
    page: (page, of) => `Page ${page} of ${of}`,
    instant: instantWriter('en-GB'),
  },
};
