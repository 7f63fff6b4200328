import { Inject, Injectable } from '@nestjs/common';
import type { Locale, NotificationKind, NotificationMessage } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Mail } from '../../platform/mail/mail.js';
import { Composers, type Written } from './composers.js';
import { mailText } from './mail-text.js';

const CHUNK = 500;

interface Due {
  id: string;
  kind: NotificationKind;
  channel: 'inbox' | 'email';
  personId: string;
  message: NotificationMessage | null;
  name: string;
  locale: Locale;
  left: boolean;
}
interface Outcome {
  readonly id: string;
  readonly state: 'sent' | 'sending' | 'held' | 'suppressed';
  readonly reason: string | null;
  readonly message: NotificationMessage | null;
  readonly mailId: string | null;
}

/**
 * Brings what is due into inboxes and hands it to the mail. A chunk is one transaction over rows that nobody else holds:
 * a worker that dies in it leaves them as they were, two at once take different ones.
 */
@Injectable()
export class PersonSender {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly composers: Composers,
  ) {}

  async run(): Promise<void> {
    for (let done = CHUNK; done === CHUNK;) done = await this.database.transaction((tx) => this.chunk(tx));
  }

  private async chunk(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const due = await tx.query<Due>(DUE, [now, CHUNK]);
    if (due.length === 0) return 0;
    const written = await this.write(tx, due);
    const outcomes: Outcome[] = [];
    const mails: { due: Due; message: NotificationMessage }[] = [];
    for (const one of due) {
      const what: Written = one.left
        ? { suppressed: 'left' }
        : one.message
          ? { message: one.message }
          : (written.get(one.id) ?? { suppressed: 'nothing_to_say' });
      const outcome = { id: one.id, message: null, mailId: null, reason: null };
      if ('suppressed' in what) outcomes.push({ ...outcome, state: 'suppressed', reason: what.suppressed });
      else if (one.channel === 'inbox') outcomes.push({ ...outcome, state: 'sent', message: what.message });
      else mails.push({ due: one, message: what.message });
    }
    outcomes.push(...(await this.toMail(tx, mails)));
    await tx.query(SETTLE, [
      outcomes.map(({ id }) => id),
      outcomes.map(({ state }) => state),
      outcomes.map(({ reason }) => reason),
      outcomes.map(({ message }) => message && JSON.stringify(message)),
      outcomes.map(({ mailId }) => mailId),
      now,
    ]);
    return due.length;
  }

  private async write(tx: Tx, due: readonly Due[]): Promise<ReadonlyMap<string, Written>> {
    const all = new Map<string, Written>();
    for (const kind of new Set(due.map((one) => one.kind))) {
      const gone = due.filter((one) => one.kind === kind && one.left);
      if (gone.length > 0) await this.composers.unreached(tx, kind, gone.map(({ id }) => id)); // prettier-ignore
      const open = due.filter((one) => one.kind === kind && one.message === null && !one.left);
      if (open.length === 0) continue;
      for (const [id, what] of await this.composers.compose(tx, kind, open)) all.set(id, what);
    }
    return all;
  }

  private async toMail(
    tx: Tx,
    mails: readonly { due: Due; message: NotificationMessage }[],
  ): Promise<Outcome[]> {
    if (mails.length === 0) return [];
    const [organisation] = await tx.query<{ name: string }>('SELECT name FROM organisation');
    const from = { organisation: organisation!.name, publicUrl: this.config.PUBLIC_URL };
    const posted = await this.mail.postAll(
      tx,
      mails.map(({ due, message }) => ({
        effectKey: `delivery:${due.id}`,
        personId: due.personId,
        calendar: null,
        ...mailText(message, due, from),
      })),
    );
    const byKey = new Map(posted.map((mail) => [mail.effectKey, mail]));
    return mails.map(({ due, message }) => {
      const mail = byKey.get(`delivery:${due.id}`);
      const state = mail?.state === 'waiting' ? ('sending' as const) : ('held' as const);
      return { id: due.id, message, state, reason: mail?.reason ?? null, mailId: mail?.id ?? null };
    });
  }
}

const DUE = `
  SELECT d.id, d.kind, d.channel, d.person_id AS "personId", d.message, p.name, p.locale, p.status = 'left' AS left
  FROM delivery d JOIN person p ON p.id = d.person_id
  WHERE d.state = 'planned' AND d.channel <> 'robot' AND d.not_before <= $1
  ORDER BY d.not_before, d.id LIMIT $2 FOR UPDATE OF d SKIP LOCKED`;

const SETTLE = `
  UPDATE delivery d SET state = v.state, reason = v.reason, message = coalesce(v.message::jsonb, d.message), mail_id = v.mail_id,
    sent_at = CASE WHEN v.state = 'sent' THEN $6::timestamptz END
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) AS v(id, state, reason, message, mail_id)
  WHERE d.id = v.id`;
