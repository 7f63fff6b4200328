import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, oneOrMore, Uuid } from './common.js';

export const MAIL_STATES = ['waiting', 'sent', 'kept', 'failed'] as const;
/** kept: not sent, because there is no mail server or no address; it can be read here. */
export const MailState = z.enum(MAIL_STATES).meta({ id: 'MailState' });
/** Words of ours for why a mail was not sent. Whatever else stands in `reason` is what the mail server answered. */
export const MAIL_REASONS = ['no_server', 'no_address', 'superseded'] as const;

export const MailRecord = z
  .object({
    id: Uuid,
    to: z.string().nullable(),
    person: z.object({ id: Uuid, name: z.string() }),
    subject: z.string(),
    body: z.string(),
    calendar: z.string().nullable().describe('iCalendar text that goes with it'),
    state: MailState,
    reason: z.string().nullable(),
    attempts: z.number().int(),
    createdAt: IsoDateTime,
    sentAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'MailRecord' });
export const MailList = listOf(MailRecord, 'MailList');
export const ListMailsQuery = listQuery(['createdAt'] as const, {
  state: oneOrMore(MailState),
  personId: Uuid.optional(),
});
