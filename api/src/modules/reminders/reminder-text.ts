import type { NotificationMessage, ReminderRole, Text } from '@readyroom/contract';

/** One thing that a message reminds of. */
export interface Remembered {
  readonly role: ReminderRole;
  readonly name: string;
  readonly program: Text;
  readonly anchor: 'due' | 'expiry';
  /** Days from today to the due day, or to the last valid day; negative = it has passed. */
  readonly inDays: number;
  readonly on: string;
  readonly why: string | null;
}

const NAMES_AT_MOST = 20;
/** Where to see about it: one's own, one's team, or the console. */
const LINKS = {
  own: '/',
  team: '/team',
  console: '/admin/certification',
} as const;

/** One message about all of these, in both languages; a message to a group names nobody. */
export function reminderMessage(all: readonly Remembered[]): NotificationMessage {
  const own = all.filter(({ role }) => role === 'learner');
  const others = all.filter(({ role }) => role !== 'learner');
  const lines = [...own.map(ownLine), ...othersLines(others)];
  return {
    title: title(own, others),
    body: { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') },
    link: LINKS[placeOf(others)],
  };
}

/** A manager sees their people on the team page; whoever stands in for one, HR and groups see them in the console. */
function placeOf(others: readonly Remembered[]): keyof typeof LINKS {
  if (others.length === 0) return 'own';
  return others.every(({ role, why }) => role === 'manager' && (why === null || why === 'manager_above'))
    ? 'team'
    : 'console';
}

function title(own: readonly Remembered[], others: readonly Remembered[]): Text {
  if (others.length === 0 && own.length === 1) {
    const { program, inDays } = own[0]!;
    return inDays < 0
      ? { zh: `《${program.zh}》已逾期`, en: `“${program.en}” is overdue` }
      : { zh: `请完成《${program.zh}》`, en: `Please complete “${program.en}”` };
  }
  if (others.length === 0)
    return { zh: `您有 ${own.length} 项培训需要完成`, en: `You have ${own.length} trainings to complete` };
  const people = new Set(others.map(({ name }) => name)).size;
  const count = others.some(({ role }) => role === 'group') ? others.length : people;
  return {
    zh: `${count} 人的培训需要跟进`,
    en:
      count === 1
        ? 'The training of 1 person needs attention'
        : `The training of ${count} people needs attention`,
  };
}

function ownLine(one: Remembered): Text {
  const { program, inDays, anchor } = one;
  const [onZh, onEn] = [dayZh(one.on), dayEn(one.on)];
  const late = Math.abs(inDays);
  if (anchor === 'expiry')
    return inDays < 0
      ? {
          zh: `《${program.zh}》的资格已于 ${onZh} 到期。`,
          en: `“${program.en}”: your certification ended on ${onEn}.`,
        }
      : {
          zh: `《${program.zh}》的资格有效期至 ${onZh}（${leftZh(inDays)}）。`,
          en: `“${program.en}”: your certification is valid until ${onEn} (${leftEn(inDays)}).`,
        };
  return inDays < 0
    ? {
        zh: `《${program.zh}》应于 ${onZh} 前完成，已逾期 ${late} 天。`,
        en: `“${program.en}” was due on ${onEn}, ${late} ${late === 1 ? 'day' : 'days'} ago.`,
      }
    : {
        zh: `《${program.zh}》请于 ${onZh} 前完成（${leftZh(inDays)}）。`,
        en: `“${program.en}” is due on ${onEn} (${leftEn(inDays)}).`,
      };
}

const dayWords = (locale: string, month: 'long' | 'short') => {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' });
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
};
const dayZh = dayWords('zh-CN', 'long');
const dayEn = dayWords('en-GB', 'short');
const leftZh = (days: number): string => (days === 0 ? '就在今天' : `还有 ${days} 天`);
const leftEn = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? '1 day left' : `${days} days left`;

/** By program: how many are late and how many are not yet, and, but for groups, who. */
function othersLines(others: readonly Remembered[]): Text[] {
  const programs = new Map<string, Remembered[]>();
  for (const one of others) {
    const list = programs.get(one.program.zh) ?? [];
    list.push(one);
    programs.set(one.program.zh, list);
  }
  return [...programs.values()].flatMap((list) => {
    const late = list.filter(({ inDays }) => inDays < 0).length;
    const { program } = list[0]!;
    const counts: Text = {
      zh: `《${program.zh}》：${list.length} 人，其中 ${late} 人已逾期。`,
      en: `“${program.en}”: ${list.length} ${list.length === 1 ? 'person' : 'people'}, ${late} overdue.`,
    };
    return list[0]!.role === 'group' ? [counts] : [counts, namesLine(list), ...whyLines(list)];
  });
}

function namesLine(list: readonly Remembered[]): Text {
  const shown = list.slice(0, NAMES_AT_MOST);
  const more = list.length - shown.length;
  const zh = shown.map(
    ({ name, inDays }) => `${name}（${inDays < 0 ? `逾期 ${-inDays} 天` : leftZh(inDays)}）`,
  );
  const en = shown.map(
    ({ name, inDays }) =>
      `${name} (${inDays < 0 ? `${-inDays} ${inDays === -1 ? 'day' : 'days'} late` : leftEn(inDays)})`,
  );
  return {
    zh: zh.join('、') + (more > 0 ? ` 等 ${list.length} 人` : ''),
    en: en.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

const WHY: Record<string, (names: Text) => Text> = {
  no_manager: ({ zh, en }) => ({
    zh: `${zh}没有登记直属上级，因此发给您。`,
    en: `${en}: no manager is on record, so this comes to you.`,
  }),
  manager_left: ({ zh, en }) => ({
    zh: `${zh}的直属上级已离职，因此发给您。`,
    en: `${en}: the manager has left, so this comes to you.`,
  }),
  manager_above: ({ zh, en }) => ({
    zh: `${zh}的直属上级已离职，您是再上一级，因此发给您。`,
    en: `${en}: the manager has left and you are the next above, so this comes to you.`,
  }),
  no_hr: ({ zh, en }) => ({
    zh: `${zh}所在部门没有人力资源人员，因此发给您。`,
    en: `${en}: no HR is responsible for the department, so this comes to you.`,
  }),
};

function whyLines(list: readonly Remembered[]): Text[] {
  return Object.entries(WHY).flatMap(([why, write]) => {
    const names = list.filter((one) => one.why === why).map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length - NAMES_AT_MOST;
    const shown = names.slice(0, NAMES_AT_MOST);
    return [
      write({
        zh: shown.join('、') + (more > 0 ? ` 等 ${names.length} 人` : ''),
        en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
      }),
    ];
  });
}
