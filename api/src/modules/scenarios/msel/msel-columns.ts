import { MSEL_COLUMNS, MSEL_REQUIRED_COLUMNS, type MselColumn, type MselMapping } from '@readyroom/contract';
import { nearest } from '../../../platform/text/nearest.js';
import { MselColumnMissing, MselColumnUnknown, MselUnreadable } from './msel.errors.js';

const CHINESE: Readonly<Record<MselColumn, string>> = {
  list: '清单',
  key: '编号',
  id: '标识',
  phase: '阶段',
  at: '时间（分钟）',
  when: '触发条件',
  from: '发送方',
  channel: '渠道',
  to: '接收方',
  title_zh: '标题（中文）',
  title_en: '标题（英文）',
  text_zh: '内容（中文）',
  text_en: '内容（英文）',
  owner: '负责席位',
  objectives: '演练目标',
  expected: '预期行动',
  card: '决策卡',
  effects: '效果',
};

/** What else these columns are called in lists of other make. */
const ALIASES: Readonly<Record<string, MselColumn>> = {
  event_no: 'key',
  number: 'key',
  inject: 'key',
  序号: 'key',
  stage: 'phase',
  offset: 'at',
  time: 'at',
  minute: 'at',
  时间: 'at',
  分钟: 'at',
  condition: 'when',
  trigger: 'when',
  条件: 'when',
  sender: 'from',
  source: 'from',
  来源: 'from',
  发件人: 'from',
  method: 'channel',
  传播渠道: 'channel',
  方式: 'channel',
  recipient: 'to',
  target: 'to',
  收件人: 'to',
  接收席位: 'to',
  title_chinese: 'title_zh',
  标题: 'title_zh',
  中文标题: 'title_zh',
  title: 'title_en',
  title_english: 'title_en',
  英文标题: 'title_en',
  text_chinese: 'text_zh',
  内容: 'text_zh',
  正文: 'text_zh',
  中文内容: 'text_zh',
  text: 'text_en',
  message: 'text_en',
  description: 'text_en',
  text_english: 'text_en',
  英文内容: 'text_en',
  responsible: 'owner',
  负责人: 'owner',
  objective: 'objectives',
  目标: 'objectives',
  expected_action: 'expected',
  expected_actions: 'expected',
  expected_response: 'expected',
  预期反应: 'expected',
  decision: 'card',
  decision_card: 'card',
  effect: 'effects',
};

/** The heading that an exported list has: what people read, and the name that it is known by. */
export const headingOf = (column: MselColumn): string => `${CHINESE[column]} ${column}`;

/** "Title (English)" and "*Title_English" mean the same. */
const normalise = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*()[\]]+/g, ' ')
    .trim()
    .replace(/[\s_-]+/g, '_');

const HEADINGS = new Map<string, MselColumn>([
  ...MSEL_COLUMNS.flatMap((column) =>
    [column, CHINESE[column], headingOf(column)].map((name) => [normalise(name), column] as const),
  ),
  ...Object.entries(ALIASES).map(([name, column]) => [normalise(name), column] as const),
]);

export interface ColumnMap {
  /** Where each column stands in a row. */
  readonly at: ReadonlyMap<MselColumn, number>;
  readonly headings: readonly { heading: string; column: MselColumn | null }[];
}

/**
 * Finds the columns by the mapping given, else by their headings, in any order. Refuses a heading that is neither known
 * nor mapped, with a proposal; to leave a column out, it is mapped to null.
 */
export function mapColumns(header: readonly string[], mapping: MselMapping): ColumnMap {
  const at = new Map<MselColumn, number>();
  const headings: { heading: string; column: MselColumn | null }[] = [];
  const unknown: string[] = [];
  header.forEach((cell, index) => {
    const heading = cell.trim();
    if (heading === '') return;
    const column = Object.hasOwn(mapping, heading) ? mapping[heading]! : HEADINGS.get(normalise(heading));
    if (column === undefined) unknown.push(heading.slice(0, 100));
    else {
      headings.push({ heading: heading.slice(0, 100), column });
      if (column === null) return;
      if (at.has(column)) throw new MselUnreadable(`The column ${column} appears twice`);
      at.set(column, index);
    }
  });
  if (unknown.length) throw new MselColumnUnknown(withProposals(unknown, at));
  const missing = MSEL_REQUIRED_COLUMNS.filter((column) => !at.has(column));
  if (missing.length) throw new MselColumnMissing(missing);
  return { at, headings };
}

/** Each column is proposed once, and not when another heading has it already. */
function withProposals(unknown: readonly string[], taken: ReadonlyMap<MselColumn, number>) {
  const free = new Map([...HEADINGS].filter(([, column]) => !taken.has(column)));
  return unknown.map((heading) => {
    const name = nearest(normalise(heading), free.keys());
    const proposal = name === undefined ? undefined : free.get(name);
    for (const [other, column] of free) if (column === proposal) free.delete(other);
    return { heading, proposal };
  });
}
