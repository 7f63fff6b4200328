import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.js';

const WITHIN_MS = 10_000;

export interface Letter {
  readonly effectKey: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
}

/** Sending failed; `final` when the server will not take this letter however often it is offered. */
export class MailRefused extends Error {
  constructor(
    reason: string,
    readonly final: boolean,
  ) {
    super(reason);
  }
}

/** The way out: one connection a letter, as few go at a time. */
export class MailTransport {
  constructor(private readonly config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'>) {}

  get connected(): boolean {
    return this.config.SMTP_URL !== undefined;
  }

  /** @throws MailRefused */
  async send(letter: Letter): Promise<void> {
    const transport = createTransport({
      url: this.config.SMTP_URL!,
      connectionTimeout: WITHIN_MS,
      greetingTimeout: WITHIN_MS,
      socketTimeout: WITHIN_MS,
    });
    try {
      await transport.sendMail({
        from: this.config.MAIL_FROM,
        to: { name: letter.name, address: letter.address },
        subject: letter.subject,
        text: letter.body,
        messageId: this.messageId(letter.effectKey),
        ...(letter.calendar && {
          icalEvent: {
            method: letter.calendar.method,
            filename: 'drill.ics',
            content: letter.calendar.content,
          },
        }),
      });
    } catch (error) {
      const { message, responseCode } = error as Error & { responseCode?: number };
      throw new MailRefused(message.slice(0, 300), responseCode !== undefined && responseCode >= 500);
    } finally {
      transport.close();
    }
  }

  /** The same for the same effect: should a process die after handing over a letter, mailboxes see that it is the same. */
  private messageId(effectKey: string): string {
    const name = createHash('sha256').update(effectKey).digest('hex').slice(0, 40);
    return `<${name}@${new URL(this.config.PUBLIC_URL).hostname}>`;
  }
}
