import { textIn, type Locale, type ParticipantRole, type Text } from '@readyroom/contract';

export type LetterKind = 'invited' | 'changed' | 'cancelled' | 'opened';

export interface LetterFacts {
  readonly title: string;
  readonly plannedAt: Date;
  readonly minutes: number;
  readonly timeZone: string;
  readonly role: ParticipantRole;
  readonly seat: Text | null;
  readonly url: string;
}

const ROLES: Record<ParticipantRole, Text> = {
  player: { zh: '参演人员', en: 'player' },
  controller: { zh: '导调', en: 'facilitator' },
  evaluator: { zh: '评估', en: 'evaluator' },
  observer: { zh: '观摩', en: 'observer' },
  simulator: { zh: '模拟人员', en: 'simulator' },
};

const FIRST: Record<LetterKind, Text> = {
  invited: { zh: '请您参加以下演练。', en: 'You are invited to this drill.' },
  changed: {
    zh: '以下演练的安排有变动，请以本邮件为准。',
    en: 'This drill has changed; what follows replaces what you had.',
  },
  cancelled: {
    zh: '以下演练已取消，或您不再参加，无需准备。',
    en: 'This drill is called off, or you no longer take part. There is nothing to do.',
  },
  opened: {
    zh: '演练等候室已开放，请进入并确认就绪。',
    en: 'The lobby of the drill is open. Please go in and say that you are ready.',
  },
};
const SUBJECTS: Record<LetterKind, Text> = {
  invited: { zh: '邀请', en: 'Invitation' },
  changed: { zh: '安排变动', en: 'Changed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  opened: { zh: '请入场', en: 'Please come in' },
};
const NOTICE: Text = {
  zh: '这是演练，并非真实事件；演练内容请勿对外传播。',
  en: 'This is a drill and not a real event. Please keep its content inside the company.',
};

export const drillTitle = (title: string, locale: Locale): string =>
  locale === 'en' ? `[DRILL] ${title}` : `【演练】${title}`;

/** What somebody is told, in their language and by the clock of their zone. */
export function writeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  locale: Locale,
): { subject: string; body: string; description: string } {
  const say = (text: Text) => textIn(text, locale);
  const en = locale === 'en';
  const when = moment(facts.plannedAt, facts.timeZone, locale);
  const role =
    say(ROLES[facts.role]) + (facts.seat ? (en ? `, ${say(facts.seat)}` : `（${say(facts.seat)}）`) : '');
  const lines = en
    ? [`Drill: ${facts.title}`, `Time: ${when}`, `Length: ${facts.minutes} minutes`, `Your part: ${role}`]
    : [`演练：${facts.title}`, `时间：${when}`, `时长：${facts.minutes} 分钟`, `您的角色：${role}`];
  const link = en ? `Drills in Readyroom: ${facts.url}` : `在 Readyroom 中查看：${facts.url}`;
  const { title } = facts;
  return {
    subject: en
      ? `${drillTitle(`${say(SUBJECTS[kind])}: ${title}`, locale)}, ${when}`
      : `${drillTitle(`${say(SUBJECTS[kind])}：${title}`, locale)}，${when}`,
    body: [say(FIRST[kind]), '', ...lines, '', link, '', say(NOTICE), ''].join('\n'),
    description: [lines.at(-1)!, say(NOTICE)].join('\n'),
  };
}

const moment = (at: Date, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
