import { Injectable } from '@nestjs/common';
import type {
  AcknowledgeBriefingBody,
  BriefingDocument,
  BriefingReceipt,
  MyBriefing,
  Text,
} from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { BriefingNotFound } from './briefing.errors.js';

interface Row {
  id: string;
  version: number;
  document: BriefingDocument;
  changed: Text | null;
  askedAt: Date;
  dueAt: Date;
  sentBy: string;
}

/** What the one who is asked does with a briefing. Times are those of the server. */
@Injectable()
export class MyBriefings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything that this person has still to acknowledge, the newest first. */
  async list(personId: string): Promise<MyBriefing[]> {
    const rows = await this.database.query<Row>(
      `SELECT b.id, r.version, v.document, r.asked_at AS "askedAt", r.due_at AS "dueAt", x.name AS "sentBy",
         CASE WHEN EXISTS (SELECT 1 FROM briefing_receipt e WHERE e.briefing_id = r.briefing_id
           AND e.version < r.version AND e.person_id = r.person_id) THEN v.changed END AS changed
       FROM briefing_receipt r
       JOIN briefing b ON b.id = r.briefing_id AND b.version = r.version AND b.stopped_at IS NULL
       JOIN briefing_version v ON v.briefing_id = r.briefing_id AND v.number = r.version
       JOIN person x ON x.id = v.sent_by
       WHERE r.person_id = $1 AND r.acknowledged_at IS NULL ORDER BY r.asked_at DESC, b.id`,
      [personId],
    );
    return rows.map(({ document, askedAt, dueAt, ...row }) => ({
      ...row,
      ...document,
      checks: document.checks.map(({ prompt, options }) => ({ prompt, options })),
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
    }));
  }

  /** @throws BriefingNotFound */
  async open(personId: string, id: string, version: number): Promise<void> {
    const rows = await this.database.query(
      `UPDATE briefing_receipt SET opened_at = coalesce(opened_at, $4)
       WHERE briefing_id = $1 AND version = $2 AND person_id = $3 RETURNING 1`,
      [id, version, personId, this.clock.now()],
    );
    if (rows.length === 0) throw new BriefingNotFound();
  }

  /**
   * Acknowledges one version; the first time counts. A version that was corrected meanwhile is acknowledged as what it
   * was, and the new one still asks: so an answer that waited on a device is never refused. @throws BriefingNotFound
   */
  acknowledge(
    personId: string,
    id: string,
    { version, answers }: AcknowledgeBriefingBody,
  ): Promise<BriefingReceipt> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ document: BriefingDocument; at: Date | null }>(
        `SELECT v.document, r.acknowledged_at AS at FROM briefing_receipt r
         JOIN briefing_version v ON v.briefing_id = r.briefing_id AND v.number = r.version
         WHERE r.briefing_id = $1 AND r.version = $2 AND r.person_id = $3 FOR UPDATE OF r`,
        [id, version, personId],
      );
      if (!row) throw new BriefingNotFound();
      if (row.at) return { acknowledgedAt: row.at.toISOString(), wrong: [] };
      const now = this.clock.now();
      const wrong = row.document.checks.flatMap(({ correct }, n) => (answers[n] === correct ? [] : [n]));
      await tx.query(
        `UPDATE briefing_receipt SET opened_at = coalesce(opened_at, $4), tries = tries + $5,
           acknowledged_at = CASE WHEN $5 = 0 THEN $4::timestamptz END
         WHERE briefing_id = $1 AND version = $2 AND person_id = $3`,
        [id, version, personId, now, wrong.length > 0 ? 1 : 0],
      );
      return { acknowledgedAt: wrong.length > 0 ? null : now.toISOString(), wrong };
    });
  }
}
