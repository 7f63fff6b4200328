import type { NotificationMessage, ProgramStatus, TeamMember } from '@readyroom/contract';

type Asked = Pick<TeamMember, 'programs' | 'courses'>;
interface Reminder {
  readonly message: NotificationMessage;
  /** Ids of what is named. */
  readonly about: { readonly programs: string[]; readonly courses: string[] };
}

/** What a program asks, said in a line; `day` is the one that matters in this status. */
const LINES: Partial<Record<ProgramStatus, { zh: (day: string) => string; en: (day: string) => string }>> = {
  not_started: { zh: (day) => `尚未开始，${day}截止`, en: (day) => `not started, due ${day}` },
  in_progress: { zh: (day) => `进行中，${day}截止`, en: (day) => `in progress, due ${day}` },
  expiring_soon: {
    zh: (day) => `资格有效期至 ${day}，可以开始复训`,
    en: (day) => `valid until ${day}, renewal is open`,
  },
  in_grace: {
    zh: (day) => `已过截止日期，宽限期至 ${day}`,
    en: (day) => `past its due day, grace ends ${day}`,
  },
  overdue: { zh: (day) => `已逾期，应于 ${day} 前完成`, en: (day) => `overdue since ${day}` },
  revoked: {
    zh: (day) => `资格已撤销，请重新完成，${day}截止`,
    en: (day) => `revoked, to be done again by ${day}`,
  },
};
const WITHOUT_DAY: Partial<Record<ProgramStatus, { zh: string; en: string }>> = {
  not_started: { zh: '尚未开始', en: 'not started' },
  in_progress: { zh: '进行中', en: 'in progress' },
  revoked: { zh: '资格已撤销，请重新完成', en: 'revoked, to be done again' },
};

/** What a manager's reminder says: everything that is still to be done, the most urgent first. */
export function reminderMessage(
  manager: { name: string; englishName: string | null },
  { programs, courses }: Asked,
): Reminder {
  const asked = programs.filter(({ status }) => status !== 'compliant' && status !== 'waived');
  const lines = [
    ...asked.map(({ title, status, dueOn, graceUntil, validUntil }) => {
      const day = status === 'in_grace' ? graceUntil : status === 'expiring_soon' ? validUntil : dueOn;
      const said = day ? LINES[status] : undefined;
      return {
        zh: `《${title.zh}》：${said ? said.zh(day!) : (WITHOUT_DAY[status]?.zh ?? '需要完成')}`,
        en: `${title.en}: ${said ? said.en(day!) : (WITHOUT_DAY[status]?.en ?? 'to be done')}`,
      };
    }),
    ...courses.map(({ title, dueOn }) => ({
      zh: `《${title.zh}》：已逾期，应于 ${dueOn} 前完成`,
      en: `${title.en}: overdue since ${dueOn}`,
    })),
  ];
  const english = manager.englishName ?? manager.name;
  return {
    message: {
      title: { zh: `${manager.name}提醒您完成培训`, en: `${english} reminds you of your training` },
      body: { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') },
      link: '/',
    },
    about: { programs: asked.map(({ id }) => id), courses: courses.map(({ id }) => id) },
  };
}
