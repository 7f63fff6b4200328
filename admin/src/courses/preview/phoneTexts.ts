import type { Locale } from '../../providers/contract.js';

/** What stands around the content on the phone, in the language of the preview and not of the console. */
const en = {
  tone: { rule: 'Rule', warning: 'Watch out', example: 'Example', tip: 'Tip' },
  do: 'Do',
  dont: 'Do not',
  reflection: 'Stop and think',
  sources: 'Sources',
  showData: 'Show the numbers',
  dataItem: 'Item',
  quality: { strong: 'Strong choice', acceptable: 'Acceptable choice', weak: 'Weak choice' },
  consequence: 'What happens',
  feedback: 'Why',
  goOn: 'Continue',
  debrief: 'Debrief',
  again: 'Play again',
  back: 'Back',
  next: 'Next',
  minutes: (n: number) => `${n} min`,
  quizFacts: (questions: number, minutes: number) => `${questions} questions in ${minutes} minutes`,
  pass: (percent: number) => `Passed from ${percent}%`,
  attempts: (n: number) => `${n} attempts`,
};

const zh: typeof en = {
  tone: { rule: '规则', warning: '注意', example: '例子', tip: '提示' },
  do: '这样做',
  dont: '不要这样',
  reflection: '想一想',
  sources: '来源',
  showData: '查看数据',
  dataItem: '项目',
  quality: { strong: '有力的选择', acceptable: '可行的选择', weak: '欠妥的选择' },
  consequence: '接下来发生的事',
  feedback: '为什么',
  goOn: '继续',
  debrief: '复盘',
  again: '再走一遍',
  back: '上一步',
  next: '下一步',
  minutes: (n) => `${n} 分钟`,
  quizFacts: (questions, minutes) => `${questions} 道题，限时 ${minutes} 分钟`,
  pass: (percent) => `${percent}% 及格`,
  attempts: (n) => `可作答 ${n} 次`,
};

export const phoneTexts: Record<Locale, typeof en> = { en, 'zh-CN': zh };
