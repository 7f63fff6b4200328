import { Injectable } from '@nestjs/common';
import type {
  BriefingDocument,
  BriefingPreview,
  CorrectBriefingBody,
  SendBriefingBody,
  Text,
} from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Notifications } from '../notifications/index.js';
import { audienceSql, onShiftSql, type BriefingAudience } from './briefing-audience.js';
import { briefingMessage } from './briefing-message.js';
import {
  BriefingAlreadySent,
  BriefingAudienceEmpty,
  BriefingEditedMeanwhile,
  BriefingNotFound,
  BriefingNotYours,
  BriefingStopped,
} from './briefing.errors.js';

interface Locked extends BriefingAudience {
  scopeId: string | null;
  withinMinutes: number;
  version: number;
  stopped: boolean;
  mine: boolean;
}
interface Version {
  readonly id: string;
  readonly number: number;
  readonly document: BriefingDocument;
  readonly changed: Text | null;
}

/**
 * Sends, corrects and stops flash briefings. Whatever one call does is one transaction: a process that dies in it has
 * asked nobody, one that dies after it has asked everybody.
 */
@Injectable()
export class Briefings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly jobs: Jobs,
  ) {}

  /** Whom it would reach now. */
  async preview(actor: Actor, body: BriefingAudience): Promise<BriefingPreview> {
    const values: unknown[] = [];
    const asked = audienceSql(body, actor.scopeDepartmentId, this.clock.now(), values);
    const onShift = onShiftSql(this.clock.now(), values);
    const [row] = await this.database.query<BriefingPreview>(
      `WITH asked AS (
         SELECT p.name, p.employee_no, p.email, ${onShift} AS working, m.id AS manager FROM person p
         JOIN department d ON d.id = p.department_id
         LEFT JOIN person m ON m.id = p.manager_id AND m.status = 'active' WHERE ${asked})
       SELECT count(*)::int AS people, count(*) FILTER (WHERE working)::int AS "onShift",
         count(*) FILTER (WHERE email IS NULL)::int AS "withoutMail",
         count(*) FILTER (WHERE manager IS NULL)::int AS "withoutManager",
         (SELECT coalesce(json_agg(name), '[]') FROM
           (SELECT name FROM asked ORDER BY name, employee_no LIMIT 10) first) AS names FROM asked`,
      values,
    );
    return row!;
  }

  /**
   * Asks everybody in the audience at once. Under an id that has gone out already, with the same content, nothing happens.
   * @throws BriefingAudienceEmpty, BriefingAlreadySent
   */
  async send(actor: Actor, body: SendBriefingBody): Promise<string> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const scope = actor.scopeDepartmentId;
      const made = await tx.query(
        `INSERT INTO briefing (id, audience, shift, scope_id, within_minutes, sent_at, sent_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING 1`,
        [body.id, JSON.stringify(body.audience), body.shift, scope, body.withinMinutes, now, actor.personId],
      );
      if (made.length === 0) return this.sameAsBefore(tx, actor, body);
      const version = { id: body.id, number: 1, document: body.document, changed: null };
      await this.ask(tx, actor, version, body, { scope, withinMinutes: body.withinMinutes });
    });
    this.jobs.nudge();
    return body.id;
  }

  /**
   * A new version that asks everybody again: who was asked before, and who fits the audience by now.
   * @throws BriefingNotFound, BriefingNotYours, BriefingStopped, BriefingEditedMeanwhile
   */
  async correct(actor: Actor, id: string, body: CorrectBriefingBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.lock(tx, actor, id);
      const [same] = await tx.query(
        `SELECT 1 FROM briefing_version WHERE briefing_id = $1 AND number = $2 AND sent_by = $3
           AND document = $4::jsonb AND changed = $5::jsonb`,
        [id, body.after + 1, actor.personId, JSON.stringify(body.document), JSON.stringify(body.changed)],
      );
      if (same) return;
      if (found.stopped) throw new BriefingStopped();
      if (found.version !== body.after) throw new BriefingEditedMeanwhile();
      const version = { id, number: body.after + 1, document: body.document, changed: body.changed };
      await tx.query('UPDATE briefing SET version = $2 WHERE id = $1', [id, version.number]);
      await this.notifications.withdraw(tx, 'briefing', `${id}:`);
      const { scopeId: scope, withinMinutes } = found;
      await this.ask(tx, actor, version, found, { scope, withinMinutes });
    });
    this.jobs.nudge();
  }

  /** Nobody is asked any more; what has been answered stays. Stopped again, nothing happens. */
  async stop(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await this.lock(tx, actor, id)).stopped) return;
      await tx.query('UPDATE briefing SET stopped_at = $2, stopped_by = $3, stop_reason = $4 WHERE id = $1', [
        id,
        this.clock.now(),
        actor.personId,
        reason,
      ]);
      await this.notifications.withdraw(tx, 'briefing', `${id}:`);
    });
  }

  private async ask(
    tx: Tx,
    actor: Actor,
    { id, number, document, changed }: Version,
    audience: BriefingAudience,
    { scope, withinMinutes }: { scope: string | null; withinMinutes: number },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO briefing_version (briefing_id, number, document, changed, sent_at, sent_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, number, JSON.stringify(document), changed && JSON.stringify(changed), now, actor.personId],
    );
    const values: unknown[] = [id, number, now, withinMinutes];
    const asked = audienceSql(audience, scope, now, values);
    const people = await tx.query<{ id: string }>(
      `INSERT INTO briefing_receipt (briefing_id, version, person_id, asked_at, due_at)
       SELECT $1::uuid, $2::int, p.id, $3::timestamptz, $3::timestamptz + make_interval(mins => $4::int)
       FROM person p JOIN department d ON d.id = p.department_id
       WHERE (${asked}) OR p.status = 'active' AND EXISTS (
         SELECT 1 FROM briefing_receipt r WHERE r.briefing_id = $1 AND r.person_id = p.id)
       RETURNING person_id AS id`,
      values,
    );
    if (people.length === 0) throw new BriefingAudienceEmpty();
    await this.notifications.send(tx, {
      kind: 'briefing',
      key: `${id}:${number}`,
      personIds: people.map((one) => one.id),
      channels: ['inbox', 'email'],
      message: briefingMessage(document, changed),
      urgent: true,
    });
  }

  private async sameAsBefore(tx: Tx, actor: Actor, body: SendBriefingBody): Promise<void> {
    const [same] = await tx.query(
      `SELECT 1 FROM briefing b JOIN briefing_version v ON v.briefing_id = b.id AND v.number = 1
       WHERE b.id = $1 AND b.sent_by = $2 AND b.audience = $3::jsonb AND b.shift = $4 AND b.within_minutes = $5
         AND v.document = $6::jsonb`,
      [
        body.id,
        actor.personId,
        JSON.stringify(body.audience),
        body.shift,
        body.withinMinutes,
        JSON.stringify(body.document),
      ],
    );
    if (!same) throw new BriefingAlreadySent();
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<Locked> {
    const [row] = await tx.query<Locked>(
      `SELECT b.audience, b.shift, b.scope_id AS "scopeId", b.within_minutes AS "withinMinutes", b.version,
         b.stopped_at IS NOT NULL AS stopped,
         $2::uuid IS NULL OR coalesce(d.lineage @> ARRAY[$2::uuid], false) AS mine
       FROM briefing b LEFT JOIN department d ON d.id = b.scope_id WHERE b.id = $1 FOR UPDATE OF b`,
      [id, actor.scopeDepartmentId],
    );
    if (!row) throw new BriefingNotFound();
    if (!row.mine) throw new BriefingNotYours();
    return row;
  }
}
