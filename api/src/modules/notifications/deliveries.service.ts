import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTest, Delivery, EmailChannel } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { MailRefused } from '../../platform/mail/mail-transport.js';
import { Mail } from '../../platform/mail/mail.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { mailText } from './mail-text.js';
import { DeliveryNotFound, DeliveryNotRetriable } from './notification.errors.js';
import { SEND_TOPIC } from './notifications.js';

/** What people do about deliveries: send again what did not arrive, try the mail. */
@Injectable()
export class Deliveries {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly readModel: DeliveriesReadModel,
  ) {}

  /** @throws DeliveryNotFound, DeliveryNotRetriable */
  async retry(actor: Actor, id: string): Promise<Delivery> {
    return this.database.transaction(async (tx) => {
      const delivery = await this.readModel.one(tx, id, actor.scopeDepartmentId);
      if (!delivery) throw new DeliveryNotFound();
      const sent =
        delivery.mailId === null
          ? await tx.query(
              `UPDATE delivery SET state = 'planned', not_before = $2, reason = NULL
               WHERE id = $1 AND channel = 'robot' AND state = 'failed' RETURNING 1`,
              [id, this.clock.now()],
            )
          : Array.from({ length: await this.mail.retry(tx, [delivery.mailId]) });
      if (sent.length === 0) throw new DeliveryNotRetriable();
      await this.jobs.promise(tx, SEND_TOPIC, {});
      return (await this.readModel.one(tx, id, actor.scopeDepartmentId))!;
    });
  }

  async email(): Promise<EmailChannel> {
    const [row] = await this.database.query<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM mail WHERE state = 'waiting'`,
    );
    return { connected: this.mail.connected, from: this.config.MAIL_FROM, waiting: row!.waiting };
  }

  /**
   * A mail to whoever asks, now; the answer is that of the server. Without one it is written and kept like any other mail,
   * so that it can be looked at.
   */
  async testEmail({ personId }: Actor): Promise<ChannelTest> {
    const at = this.clock.now().toISOString();
    const answered = (ok: boolean, answer: string | null): ChannelTest => ({
      ok,
      answer,
      waitUntil: null,
      at,
    });
    const [me] = await this.database.query<{
      name: string;
      email: string | null;
      locale: 'zh-CN' | 'en';
      organisation: string;
    }>(
      'SELECT p.name, p.email, p.locale, o.name AS organisation FROM person p, organisation o WHERE p.id = $1',
      [personId],
    );
    if (!me?.email) return answered(false, 'no_address');
    const from = { organisation: me.organisation, publicUrl: this.config.PUBLIC_URL };
    const text = mailText(TEST_MESSAGE, me, from);
    if (!this.mail.connected) {
      await this.database.transaction((tx) =>
        this.mail.post(tx, { effectKey: `test:${randomUUID()}`, personId, calendar: null, ...text }),
      );
      return answered(false, 'no_server');
    }
    try {
      await this.mail.probe({ address: me.email, name: me.name, ...text });
      return answered(true, null);
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      return answered(false, error.message);
    }
  }
}

export const TEST_MESSAGE = {
  title: { zh: 'Readyroom 测试消息', en: 'Test message from Readyroom' },
  body: {
    zh: '这是一条测试消息。收到它，说明此渠道可以使用。',
    en: 'This is a test. If you can read it, this channel works.',
  },
  link: '/',
};
