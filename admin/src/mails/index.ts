import { MailList } from './MailList.js';

export const mails = { list: MailList };
