import { Injectable } from '@nestjs/common';
import type { Inbox, InboxMessage, InboxQuery, NotificationMessage } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

interface Row {
  id: string;
  kind: InboxMessage['kind'];
  message: NotificationMessage;
  sentAt: Date;
  readAt: Date | null;
}

/** The inbox of one person is what was delivered to them there. */
@Injectable()
export class InboxReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(personId: string, { page, perPage }: z.infer<typeof InboxQuery>): Promise<Inbox> {
    const [count] = await this.database.query<{ total: number; unread: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE read_at IS NULL) AS unread FROM delivery WHERE ${MINE}`,
      [personId],
    );
    const rows = await this.database.query<Row>(
      `SELECT id, kind, message, sent_at AS "sentAt", read_at AS "readAt" FROM delivery WHERE ${MINE}
       ORDER BY sent_at DESC, id DESC LIMIT $2 OFFSET $3`,
      [personId, perPage, (page - 1) * perPage],
    );
    return {
      ...count!,
      items: rows.map(({ message, sentAt, readAt, ...rest }) => ({
        ...rest,
        ...message,
        at: sentAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
    };
  }

  /** Marks those named, or all, as read; what is read stays read since the first time. */
  async read(personId: string, ids: readonly string[] | undefined): Promise<void> {
    await this.database.query(
      `UPDATE delivery SET read_at = $2 WHERE ${MINE} AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3))`,
      [personId, this.clock.now(), ids ?? null],
    );
  }
}

const MINE = `person_id = $1 AND channel = 'inbox' AND state = 'sent' AND message IS NOT NULL`;
