/** Words of the calendar feed of a person. */
export const zh = {
  title: '订阅到日历',
  text: '手机或电脑日历订阅后，截止日期、演练时间和变动都会自动更新。',
  since: (when: string) => `订阅链接生成于 ${when}，只在生成时显示一次。`,
  label: '订阅链接',
  secret: '请妥善保存，拿到链接的人都能看到您的截止日期和演练安排。',
  copied: '已复制。',
  open: '打开日历订阅',
  copy: '复制链接',
  make: '生成订阅链接',
  renew: '重新生成链接',
  renewTitle: '重新生成订阅链接？',
  renewText: '原来的链接立即失效，已订阅的日历需要用新链接重新订阅。',
  keep: '不变',
};
export type Words = typeof zh;

export const en: Words = {
  title: 'Subscribe in your calendar',
  text: 'Once subscribed, the calendar of your phone or computer follows every change by itself.',
  since: (when) => `Your link was made on ${when}. It is shown only when it is made.`,
  label: 'Link to subscribe to',
  secret: 'Keep it to yourself: whoever has the link can see your due days and drills.',
  copied: 'Copied.',
  open: 'Subscribe in the calendar',
  copy: 'Copy link',
  make: 'Make a link',
  renew: 'Make a new link',
  renewTitle: 'Make a new link?',
  renewText:
    'The old link stops working at once. Calendars that use it have to subscribe again with the new one.',
  keep: 'Keep the old one',
};
