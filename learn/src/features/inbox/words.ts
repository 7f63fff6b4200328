export const zh = {
  title: '消息',
  allRead: '全部标为已读',
  empty: '没有消息',
  emptyText: '培训到期提醒和通知会出现在这里。',
  isNew: '未读',
  open: '去处理',
  more: '更早的消息',
};
export type Words = typeof zh;

export const en: Words = {
  title: 'Messages',
  allRead: 'Mark all as read',
  empty: 'No messages',
  emptyText: 'Reminders of your training and other notices come here.',
  isNew: 'New',
  open: 'Go there',
  more: 'Earlier messages',
};
