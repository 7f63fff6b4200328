import type { Locale } from '@readyroom/contract';

const zh = {
  mark: '紧急通报',
  real: '真实事件，不是演练',
  corrected: '本次更正',
  facts: '目前已知',
  unknown: '尚不清楚',
  act: '现在请做',
  say: '对外口径',
  avoid: '不说不做',
  ask: '联系谁',
  from: (name: string, when: string) => `${name} · ${when}`,
  until: (when: string) => `请在 ${when} 前确认`,
  late: '确认时限已过，请立即确认',
  check: '确认前请回答',
  wrong: '这题答得不对，请再看一遍上面的内容。',
  missing: '请先回答所有问题。',
  acknowledge: '我已阅读，照此执行',
  sending: '正在发送…',
  offline: '现在没有网络。您的确认会先保存在本机，联网后自动发送。',
  more: (n: number) => `确认后还有 ${n} 份通报`,
  refused: '紧急通报的确认',
};
export type BriefingWords = typeof zh;

const en: BriefingWords = {
  mark: 'Flash briefing',
  real: 'This is real, not an exercise',
  corrected: 'What changed',
  facts: 'What we know',
  unknown: 'What we do not know',
  act: 'What you do now',
  say: 'What you say',
  avoid: 'What you do not say or do',
  ask: 'Whom to call',
  from: (name, when) => `${name} · ${when}`,
  until: (when) => `Please acknowledge before ${when}`,
  late: 'The time to acknowledge has run out. Please do it now.',
  check: 'Answer before you acknowledge',
  wrong: 'Not quite. Please read the briefing above once more.',
  missing: 'Please answer every question first.',
  acknowledge: 'I have read this and will follow it',
  sending: 'Sending…',
  offline:
    'You are offline. Your acknowledgement is kept on this device and sent as soon as there is a line.',
  more: (n) => `${n} more after this one`,
  refused: 'Acknowledgement of a flash briefing',
};

export const briefingWords = (locale: Locale): BriefingWords => (locale === 'en' ? en : zh);
