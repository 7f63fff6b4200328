import type { BriefingDocument, NotificationMessage, Text } from '@readyroom/contract';

/** What stands in the inbox and in the mail. It is real, and says so. */
export function briefingMessage(document: BriefingDocument, changed: Text | null): NotificationMessage {
  const { title, facts, say, avoid, ask } = document;
  return {
    title: {
      zh: `【紧急通报${changed ? '·更正' : ''}】${title.zh}`,
      en: `Flash briefing${changed ? ', corrected' : ''}: ${title.en}`,
    },
    body: {
      zh: [
        '这是真实事件，不是演练。请阅读后立即在学习端确认。',
        ...(changed ? [`本次更正：${changed.zh}`] : []),
        `目前已知：${facts.zh}`,
        `对外口径：${say.zh}`,
        `不要做：${avoid.zh}`,
        `有问题找：${ask.zh}`,
      ].join('\n'),
      en: [
        'This is real, not an exercise. Read it and acknowledge it in the learner app now.',
        ...(changed ? [`Corrected: ${changed.en}`] : []),
        `What is known: ${facts.en}`,
        `What to say: ${say.en}`,
        `What not to do: ${avoid.en}`,
        `Whom to ask: ${ask.en}`,
      ].join('\n'),
    },
    link: '/',
  };
}

const SHOWN = 30;

/** Tells a manager, or HR, who has not answered. */
export function lateMessage(
  briefing: { id: string; title: Text },
  names: readonly string[],
  to: 'manager' | 'hr',
): NotificationMessage {
  const rest = names.length - SHOWN;
  const shown = names.slice(0, SHOWN);
  const people = names.length === 1 ? 'person has' : 'people have';
  return {
    title: {
      zh: `${names.length} 人还没有确认紧急通报《${briefing.title.zh}》`,
      en: `${names.length} ${people} not acknowledged the flash briefing “${briefing.title.en}”`,
    },
    body: {
      zh: `确认时限已过，请直接联系：${shown.join('、')}${rest > 0 ? ` 等，另有 ${rest} 人` : ''}。这是真实事件，不是演练。`,
      en: `The time to acknowledge has run out. Please reach them directly: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. This is real, not an exercise.`,
    },
    link: to === 'hr' ? `/admin/#/briefings/${briefing.id}/show` : '/team',
  };
}
