export const zh = {
  title: '个人信息告知书',
  lead: '开始使用前，请阅读以下内容。',
  newer: '告知书已更新，请重新阅读。',
  version: (version: number, day: string) => `第 ${version} 版，${day} 发布`,
  contacts: '管理员：',
  accept: '我已阅读并知晓',
  accepting: '正在提交…',
  decline: '不同意',
  declinedTitle: '不同意就不能使用 Readyroom',
  declinedText: '您可以先退出登录。对告知书有疑问，请联系：',
  declinedNobody: '您可以先退出登录。对告知书有疑问，请联系人力资源部门。',
  back: '返回阅读',
  signOut: '退出登录',
  separator: '、',
};
export type Words = typeof zh;

export const en: Words = {
  title: 'Notice on personal data',
  lead: 'Please read this before you begin.',
  newer: 'The notice has changed. Please read it again.',
  version: (version, day) => `Version ${version}, published ${day}`,
  contacts: 'Administrators:',
  accept: 'I have read this',
  accepting: 'Sending…',
  decline: 'I do not agree',
  declinedTitle: 'Readyroom cannot be used without it',
  declinedText: 'You can sign out. With questions about the notice, turn to:',
  declinedNobody: 'You can sign out. With questions about the notice, turn to HR.',
  back: 'Back to the notice',
  signOut: 'Sign out',
  separator: ', ',
};
