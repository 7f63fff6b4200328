import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';
import { Jobs } from '../queue/jobs.js';
import { MailRefused, MailTransport, type Letter } from './mail-transport.js';

const TOPIC = 'mail.send';
const SWEEP_EVERY_MS = 5 * 60_000;
const SWEEP_AT_MOST = 100;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

export interface MailDraft {
  /** What the mail is about: written once, however often it is promised. */
  readonly effectKey: string;
  readonly personId: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
}

export interface PostedMail {
  readonly id: string;
  readonly effectKey: string;
  readonly state: 'waiting' | 'kept';
  readonly reason: string | null;
}

interface Row {
  id: string;
  effectKey: string;
  address: string;
  name: string;
  subject: string;
  body: string;
  calendar: string | null;
  method: string | null;
  createdAt: Date;
}

const Payload = z.object({ mailId: z.uuid() });

/**
 * Mail as part of a transaction. Each is a row first: what cannot be sent is kept there with the reason, so that nothing
 * vanishes. The queue tries again after trouble, and a sweep for a day after that.
 */
@Injectable()
export class Mail implements OnModuleInit {
  private readonly transport: MailTransport;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {
    this.transport = new MailTransport(config);
  }

  onModuleInit(): void {
    this.jobs.register({ topic: TOPIC, payload: Payload, handle: ({ mailId }) => this.send(mailId) });
    this.jobs.register(
      { topic: 'mail.sweep', payload: z.object({}), handle: () => this.sweep() },
      SWEEP_EVERY_MS,
    );
  }

  /** Promises a mail to the address that the person has now. */
  async post(tx: Tx, draft: MailDraft): Promise<void> {
    await this.postAll(tx, [draft]);
  }

  /** The same for many at once. Answers what became of those that were not promised before. */
  async postAll(tx: Tx, drafts: readonly MailDraft[]): Promise<PostedMail[]> {
    const noServer = this.transport.connected ? null : 'no_server';
    const rows = await tx.query<PostedMail>(
      `INSERT INTO mail (effect_key, person_id, address, subject, body, calendar, method, state, reason, created_at)
       SELECT d.key, p.id, p.email, d.subject, d.body, d.calendar, d.method,
         CASE WHEN p.email IS NULL OR $7::text IS NOT NULL THEN 'kept' ELSE 'waiting' END,
         CASE WHEN p.email IS NULL THEN 'no_address' ELSE $7 END, $8
       FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
         AS d(key, person_id, subject, body, calendar, method)
       JOIN person p ON p.id = d.person_id
       ON CONFLICT (effect_key) DO NOTHING RETURNING id, effect_key AS "effectKey", state, reason`,
      [
        drafts.map(({ effectKey }) => effectKey),
        drafts.map(({ personId }) => personId),
        drafts.map(({ subject }) => subject),
        drafts.map(({ body }) => body),
        drafts.map(({ calendar }) => calendar?.content ?? null),
        drafts.map(({ calendar }) => calendar?.method ?? null),
        noServer,
        this.clock.now(),
      ],
    );
    const waiting = rows.filter(({ state }) => state === 'waiting');
    if (waiting.length > 0)
      await this.jobs.promiseAll(
        tx,
        TOPIC,
        waiting.map(({ id }) => ({ mailId: id })),
      );
    return rows;
  }

  get connected(): boolean {
    return this.transport.connected;
  }

  /** Sends a letter here and now, past the queue, to see what the server says. @throws MailRefused */
  async probe(letter: Pick<Letter, 'address' | 'name' | 'subject' | 'body'>): Promise<void> {
    const effectKey = `probe:${randomUUID()}`;
    await this.transport.send({ ...letter, effectKey, calendar: null });
  }

  /**
   * What still waits under keys that begin so is not sent any more: something newer is. Servers that were away would
   * otherwise hand over the old after the new. One that is just being sent is left alone.
   */
  async supersede(tx: Tx, personId: string, keys: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE mail SET state = 'kept', reason = 'superseded' WHERE id IN (
         SELECT id FROM mail WHERE state = 'waiting' AND person_id = $1 AND effect_key LIKE ANY($2)
         FOR UPDATE SKIP LOCKED)`,
      [personId, keys.map((key) => `${key.replace(/[\\%_]/g, '\\$&')}%`)],
    );
  }

  /** Sends again what failed or was kept, to the address that people have now. Answers how many go. */
  async retry(tx: Tx, ids: readonly string[]): Promise<number> {
    if (!this.transport.connected) return 0;
    const rows = await tx.query<{ id: string }>(
      `UPDATE mail m SET state = 'waiting', reason = NULL, address = p.email, created_at = $2, tried_at = NULL
       FROM person p WHERE p.id = m.person_id AND m.id = ANY($1) AND m.state IN ('failed', 'kept')
         AND p.email IS NOT NULL AND p.status = 'active' RETURNING m.id`,
      [ids, this.clock.now()],
    );
    for (const { id } of rows) await this.jobs.promise(tx, TOPIC, { mailId: id });
    return rows.length;
  }

  /** The row is held while sending, so two workers never send one mail. @throws MailWaits to be tried again */
  private async send(mailId: string): Promise<void> {
    await this.handOver(mailId);
    const isOver = await this.database.transaction(async (tx) => {
      const [mail] = await tx.query<Row>(WAITING, [mailId]);
      if (!mail) return true;
      const calendar = mail.calendar === null ? null : { method: mail.method!, content: mail.calendar };
      try {
        await this.transport.send({ ...mail, calendar });
        await this.note(tx, mailId, 'sent', null);
        return true;
      } catch (error) {
        if (!(error instanceof MailRefused)) throw error;
        const old = this.clock.now().getTime() - mail.createdAt.getTime() > GIVE_UP_AFTER_MS;
        await this.note(tx, mailId, error.final || old ? 'failed' : 'waiting', error.message);
        return error.final || old;
      }
    });
    if (!isOver) throw new MailWaits(mailId);
  }

  /**
   * Says, committed before anything leaves, that a letter is being handed over. Whoever finds that said already follows
   * somebody who did not live to note the answer: the letter goes again, under its own Message-ID, and the row says so.
   */
  private async handOver(mailId: string): Promise<void> {
    await this.database.query(
      `UPDATE mail SET handed_at = $2, repeated = repeated OR handed_at IS NOT NULL
       WHERE id = (SELECT id FROM mail WHERE id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED)`,
      [mailId, this.clock.now()],
    );
  }

  /** Takes up what the queue gave up or lost. */
  private async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - SWEEP_EVERY_MS);
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM mail WHERE state = 'waiting' AND coalesce(tried_at, created_at) < $1
       ORDER BY created_at LIMIT $2`,
      [before, SWEEP_AT_MOST],
    );
    for (const { id } of rows)
      await this.send(id).catch((error: Error) => {
        if (!(error instanceof MailWaits)) throw error;
      });
  }

  private async note(tx: Tx, mailId: string, state: string, reason: string | null): Promise<void> {
    await tx.query(
      `UPDATE mail SET state = $2, reason = $3, attempts = attempts + 1, tried_at = $4, handed_at = NULL,
         sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END
       WHERE id = $1`,
      [mailId, state, reason, this.clock.now()],
    );
  }
}

/** What a server answers often repeats the address. It stands in the row of the mail, and neither in the queue nor in the log. */
class MailWaits extends Error {
  constructor(mailId: string) {
    super(`The mail ${mailId} was not taken and is tried again; its row says why`);
  }
}

const WAITING = `
  SELECT m.id, m.effect_key AS "effectKey", m.address, p.name, m.subject, m.body, m.calendar, m.method,
    m.created_at AS "createdAt"
  FROM mail m JOIN person p ON p.id = m.person_id
  WHERE m.id = $1 AND m.state = 'waiting' FOR UPDATE OF m SKIP LOCKED`;
