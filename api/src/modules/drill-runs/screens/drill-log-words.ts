import type { DrillAction, Locale, Text } from '@readyroom/contract';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What each line of a log is called in a sheet. */
export const ACTION_WORDS: Readonly<Record<DrillAction['kind'], Text>> = {
  begin: text('建立演练', 'Run set up'),
  seat: text('席位变更', 'Seat changed'),
  start: text('开始', 'Start'),
  pause: text('暂停', 'Pause'),
  resume: text('继续', 'Resume'),
  set_rate: text('调整速度', 'Pace set'),
  jump: text('快进', 'Jump'),
  hold: text('暂缓注入', 'Inject held'),
  release: text('恢复注入', 'Inject released'),
  skip: text('跳过注入', 'Inject skipped'),
  fire: text('手动注入', 'Inject sent by hand'),
  edit_inject: text('改写注入', 'Inject reworded'),
  quick_inject: text('临时注入', 'Quick inject'),
  enter_phase: text('进入阶段', 'Phase entered'),
  end: text('结束', 'End'),
  stop: text('紧急终止', 'Emergency stop'),
  rate: text('评定', 'Rating'),
  note: text('记录', 'Note'),
  acknowledge: text('确认收到', 'Acknowledged'),
  decide: text('决定', 'Decision'),
  draft_statement: text('起草声明', 'Statement drafted'),
  submit_statement: text('声明送审', 'Statement submitted'),
  approve_statement: text('批准声明', 'Statement approved'),
  return_statement: text('退回声明', 'Statement returned'),
  publish_statement: text('发布声明', 'Statement published'),
  reply: text('公开回复', 'Public reply'),
  message: text('消息', 'Message'),
  notify: text('法定报告', 'Statutory report'),
  contact: text('联系外部机构', 'Partner contacted'),
  triage: text('研判', 'Triage'),
  set_threshold: text('设置阈值', 'Threshold set'),
  raise_alert: text('发布预警', 'Alert raised'),
  file_sitrep: text('报送舆情简报', 'Situation report'),
  open_plan: text('查看预案', 'Plan opened'),
};

export const SENDER_WORDS: Readonly<Record<'control' | 'evaluator' | 'system', Text>> = {
  control: text('导调', 'Facilitator'),
  evaluator: text('评估与观摩', 'Evaluator or observer'),
  system: text('系统', 'System'),
};

export const SHEET_WORDS: Readonly<
  Record<
    Locale,
    { name: string; header: readonly string[]; refused: (code: string) => string; counts: string }
  >
> = {
  'zh-CN': {
    name: '演练日志',
    header: ['标识', '序号', '情景时间', '实际时间（UTC）', '席位', '姓名', '动作', '内容', '细节', '结果'],
    counts: '有效',
    refused: (code) => `未生效（${code}）`,
  },
  en: {
    name: 'Drill log',
    header: [
      'Mark',
      'No.',
      'Scenario time',
      'Real time (UTC)',
      'Seat',
      'Name',
      'Action',
      'Text',
      'Details',
      'Result',
    ],
    counts: 'Counts',
    refused: (code) => `Does not count (${code})`,
  },
};
