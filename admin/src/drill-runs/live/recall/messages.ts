import { inBothLanguages } from '../../../i18n/messages.js';

/** Taking back, and wording anew, what is sent during a drill. */
export const recallMessages = inBothLanguages({
  en: {
    drill: {
      send_all: 'Hold to send to everybody',
      hold_space: 'This goes to everybody: hold the space bar for 0.8 seconds.',
      recall: {
        sending: 'Goes out in 5 seconds, nobody has it yet: %{title}',
        skipping: 'Will be skipped in 5 seconds: %{title}',
        skipped: 'Skipped: %{title}. Taking it back is noted in the log too.',
        failed: 'Not sent: %{title}',
        undo: 'Undo (Z)',
        at_once: 'Send at once',
        skip_at_once: 'Skip at once',
        again: 'Try again',
        discard: 'Discard',
      },
      keys: { z_key: 'Z', z: 'Undo, within 5 seconds' },
      edit: {
        open: 'Reword',
        title: 'Reword: %{title}',
        zh: 'Text in Chinese',
        en: 'Text in English',
        help: 'Only for this run, before it goes out. The scenario keeps its own words; the log holds both.',
        goes_out: 'It still goes out at its time. Hold it first if you need longer.',
        has_gone: 'It has gone out in the meantime and can no longer be reworded.',
        restore: 'Put back the original',
        save: 'Use these words',
        edited: 'reworded',
        original: 'Original words',
      },
    },
  },
  zh: {
    drill: {
      send_all: '按住发给所有人',
      hold_space: '这一项发给所有人，请按住空格键 0.8 秒。',
      recall: {
        sending: '5 秒后发出，目前没有人收到：%{title}',
        skipping: '5 秒后跳过：%{title}',
        skipped: '已跳过：%{title}。撤销也会记入日志。',
        failed: '没有发出：%{title}',
        undo: '撤销（Z）',
        at_once: '马上发出',
        skip_at_once: '马上跳过',
        again: '重试',
        discard: '放弃',
      },
      keys: { z_key: 'Z', z: '撤销（5 秒内）' },
      edit: {
        open: '改写',
        title: '改写：%{title}',
        zh: '中文正文',
        en: '英文正文',
        help: '只用于本场，须在发出前改。情景保留原文，日志两者都有。',
        goes_out: '到时仍会发出；需要更多时间请先暂缓。',
        has_gone: '这一项已经发出，不能再改写。',
        restore: '恢复原文',
        save: '采用',
        edited: '已改写',
        original: '原文',
      },
    },
  },
});
