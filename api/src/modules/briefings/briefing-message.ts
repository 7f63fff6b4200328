import type { BriefingDocument, NotificationMessage, Text } from '@readyroom/contract';

const PARTS = [
  ['facts', { zh: '目前已知', en: 'What we know' }],
  ['unknown', { zh: '尚不清楚', en: 'What we do not know' }],
  ['act', { zh: '现在请做', en: 'What you do now' }],
  ['say', { zh: '对外口径', en: 'What you say' }],
  ['avoid', { zh: '不说不做', en: 'What you do not say or do' }],
  ['ask', { zh: '联系谁', en: 'Whom to call' }],
] as const;

/** What stands in the inbox and in the mail. It is real, and says so. */
export function briefingMessage(document: BriefingDocument, changed: Text | null): NotificationMessage {
  const { title } = document;
  const said = (language: 'zh' | 'en') =>
    PARTS.flatMap(([part, labels]) => {
      const text = document[part];
      return text ? [`${labels[language]}${language === 'zh' ? '：' : ': '}${text[language]}`] : [];
    });
  return {
    title: {
      zh: `【紧急通报${changed ? '·更正' : ''}】${title.zh}`,
      en: `Flash briefing${changed ? ', corrected' : ''}: ${title.en}`,
    },
    body: {
      zh: [
        '这是真实事件，不是演练。请阅读后立即在学习端确认。',
        ...(changed ? [`本次更正：${changed.zh}`] : []),
        ...said('zh'),
      ].join('\n'),
      en: [
        'This is real, not an exercise. Read it and acknowledge it in the learner app now.',
        ...(changed ? [`Corrected: ${changed.en}`] : []),
        ...said('en'),
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
    link: to === 'hr' ? `/admin/briefings/${briefing.id}/show` : '/team',
  };
}
