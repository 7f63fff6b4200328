import { textIn, type Locale, type NotificationMessage } from '@readyroom/contract';

/** A message as a mail, in the language of who gets it. */
export function mailText(
  message: NotificationMessage,
  to: { readonly name: string; readonly locale: Locale },
  from: { readonly organisation: string; readonly publicUrl: string },
): { subject: string; body: string } {
  const url = `${from.publicUrl}${message.link}`;
  const body = textIn(message.body, to.locale);
  const lines =
    to.locale === 'en'
      ? [
          `Hello ${to.name},`,
          body,
          `Open: ${url}`,
          `${from.organisation} · Readyroom\nThis mail was sent automatically. You also find it in your inbox in Readyroom.`,
        ]
      : [
          `${to.name}，您好：`,
          body,
          `点击查看：${url}`,
          `${from.organisation} · Readyroom\n本邮件由系统自动发送，您也可以在 Readyroom 的消息中查看。`,
        ];
  return { subject: textIn(message.title, to.locale), body: `${lines.join('\n\n')}\n` };
}
