import type { ActionStatus, AlertLevel, ErrorCode, Rating, StrategyCode, Text } from '@readyroom/contract';

export const DRILL_MARK = 'DRILL 演练';

const text = (zh: string, en: string): Text => ({ zh, en });

export const RATING_WORDS: Readonly<Record<Rating, Text>> = {
  P: text('P 完成无困难', 'P performed without challenges'),
  S: text('S 完成，有一定困难', 'S performed with some challenges'),
  M: text('M 完成，有重大困难', 'M performed with major challenges'),
  U: text('U 未能完成', 'U unable to be performed'),
};

export const STATUS_WORDS: Readonly<Record<'lobby' | 'running' | 'paused' | 'ended' | 'stopped', Text>> = {
  lobby: text('候场', 'Lobby'),
  running: text('演练进行', 'Drill running'),
  paused: text('演练暂停', 'Drill paused'),
  ended: text('演练结束', 'Drill ended'),
  stopped: text('演练紧急终止', 'Drill stopped'),
};

export const STATEMENT_STATE_WORDS: Readonly<
  Record<'draft' | 'submitted' | 'approved' | 'returned' | 'published' | 'corrected', Text>
> = {
  draft: text('起草声明', 'Statement drafted'),
  submitted: text('声明送审', 'Statement submitted'),
  approved: text('声明审批通过', 'Statement approved'),
  returned: text('声明退回修改', 'Statement returned'),
  published: text('发布声明', 'Statement published'),
  corrected: text('声明已更正', 'Statement corrected'),
};

export const STRATEGY_WORDS: Readonly<Record<StrategyCode, Text>> = {
  deny: text('否认', 'deny'),
  diminish: text('淡化', 'diminish'),
  rebuild: text('重建信任', 'rebuild'),
  bolster: text('强化形象', 'bolster'),
  inform: text('告知事实', 'inform'),
};

export const ALERT_WORDS: Readonly<Record<AlertLevel, Text>> = {
  blue: text('蓝色', 'blue'),
  yellow: text('黄色', 'yellow'),
  orange: text('橙色', 'orange'),
  red: text('红色', 'red'),
};

export const ACTION_WORDS: Readonly<Record<ActionStatus, Text>> = {
  open: text('未开始', 'open'),
  in_progress: text('进行中', 'in progress'),
  done: text('已完成，待核实', 'done, to be verified'),
  verified: text('已由后续演练核实', 'verified by a later drill'),
  dropped: text('不再执行', 'dropped'),
};

/** Why a statement moved to another moment would not have come out then. */
export const PUBLISH_REFUSAL_WORDS: Readonly<Partial<Record<ErrorCode, Text>>> = {
  'drill.not_running': text('那时演练没有在进行', 'the drill was not going on then'),
  'drill.unknown_target': text('那时还没有这一版声明', 'this version was not written by then'),
  'drill.statement_superseded': text(
    '那时已有更新的版本，或者声明已经发布',
    'there was a newer version by then, or the statement was already out',
  ),
  'drill.not_your_seat': text('那时不由该席位发布', 'it was not for this seat to publish then'),
  'drill.statement_not_approved': text('那时这一版还没有通过审批', 'this version was not approved by then'),
};
