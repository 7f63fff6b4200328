import { inBothLanguages } from '../i18n/messages.js';

export const mailMessages = inBothLanguages({
  en: {
    resources: {
      mails: {
        name: 'Mails',
        fields: {
          q: 'Subject or address',
          createdAt: 'Written',
          to: 'To',
          subject: 'Subject',
          state: 'State',
          personId: 'Person',
        },
        state: { waiting: 'Waiting', sent: 'Sent', kept: 'Kept here', failed: 'Failed' },
        reason: {
          no_server: 'No mail server is set up (SMTP_URL), so it is kept to be read here.',
          no_address: 'This person has no e-mail address.',
          superseded: 'Something newer made it pointless.',
        },
        attempts: '%{smart_count} attempt |||| %{smart_count} attempts',
        calendar: 'With a calendar entry',
        no_address: 'no address',
        empty: {
          title: 'No mail has been written yet',
          text: 'Every mail of the system is listed here, also those that could not be sent.',
        },
      },
    },
  },
  zh: {
    resources: {
      mails: {
        name: '邮件',
        fields: {
          q: '主题或地址',
          createdAt: '写于',
          to: '收件人',
          subject: '主题',
          state: '状态',
          personId: '人员',
        },
        state: { waiting: '等待发送', sent: '已发送', kept: '留存', failed: '失败' },
        reason: {
          no_server: '没有配置邮件服务器（SMTP_URL），邮件留存在这里供查看。',
          no_address: '此人没有邮箱地址。',
          superseded: '已有更新的内容，不再需要发送。',
        },
        attempts: '尝试 %{smart_count} 次',
        calendar: '附日历日程',
        no_address: '没有地址',
        empty: {
          title: '还没有邮件',
          text: '系统写的每一封邮件都列在这里，没有发出去的也在。',
        },
      },
    },
  },
});
