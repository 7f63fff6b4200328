import { Injectable } from '@nestjs/common';
import {
  placeholdersIn,
  type BriefingDocument,
  type BriefingPreview,
  type CorrectBriefingBody,
  type SendBriefingBody,
} from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Notifications } from '../notifications/index.js';
import { BriefingAsking, type Asked } from './briefing-asking.js';
import { audienceSql, onShiftSql, type BriefingAudience } from './briefing-audience.js';
import { inScope } from '../departments/index.js';
import {
  BriefingAlreadySent,
  BriefingAudienceEmpty,
  BriefingEditedMeanwhile,
  BriefingNotFound,
  BriefingNotYours,
  BriefingPlaceholdersLeft,
  BriefingStopped,
} from './briefing.errors.js';

interface Locked extends BriefingAudience {
  scopeId: string | null;
  withinMinutes: number;
  version: number;
  stopped: boolean;
  mine: boolean;
}

/** Sends take turns, so that two of the same content cannot both be the first. */
const SEND_LOCK = 727315;

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
    private readonly asking: BriefingAsking,
  ) {}

  /** Whom it would reach now. */
  async preview(actor: Actor, body: BriefingAudience): Promise<BriefingPreview> {
    const values: unknown[] = [];
    const asked = audienceSql(body, actor.scopeDepartmentId, this.clock.now(), values);
    const onShift = onShiftSql(this.clock.now(), values);
    const scope = `$${values.push(actor.scopeDepartmentId)}`;
    const [row] = await this.database.query<BriefingPreview>(
      `WITH asked AS (
         SELECT p.name, p.employee_no, p.email, ${onShift} AS working, m.id AS manager FROM person p
         JOIN department d ON d.id = p.department_id
         LEFT JOIN person m ON m.id = p.manager_id AND m.status = 'active' WHERE ${asked})
       SELECT count(*)::int AS people, count(*) FILTER (WHERE working)::int AS "onShift",
         count(*) FILTER (WHERE email IS NULL)::int AS "withoutMail",
         count(*) FILTER (WHERE manager IS NULL)::int AS "withoutManager",
         (SELECT count(*)::int FROM person p JOIN department d ON d.id = p.department_id
          WHERE p.status = 'active' AND ${inScope('d', scope)}) AS of,
         (SELECT coalesce(json_agg(name), '[]') FROM
           (SELECT name FROM asked ORDER BY name, employee_no LIMIT 10) first) AS names FROM asked`,
      values,
    );
    return row!;
  }

  /**
   * Asks everybody in the audience at once and answers the id of the briefing. Under an id that has gone out already, with
   * the same content, nothing happens; and neither when the same person has the same briefing running under another id,
   * as from a second window.
   * @throws BriefingAudienceEmpty, BriefingAlreadySent, BriefingPlaceholdersLeft
   */
  async send(actor: Actor, body: SendBriefingBody): Promise<string> {
    whole(body.document);
    const id = await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SEND_LOCK]);
      const scopeId = actor.scopeDepartmentId;
      const [known] = await tx.query('SELECT 1 FROM briefing WHERE id = $1', [body.id]);
      const [same] = await tx.query<{ id: string }>(SAME, [
        actor.personId,
        JSON.stringify(body.audience),
        body.shift,
        body.withinMinutes,
        body.joiners,
        JSON.stringify(body.document),
        known ? body.id : null,
      ]);
      if (same) return same.id;
      if (known) throw new BriefingAlreadySent();
      await tx.query(
        `INSERT INTO briefing (id, audience, shift, scope_id, within_minutes, joiners, sent_at, sent_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          body.id,
          JSON.stringify(body.audience),
          body.shift,
          scopeId,
          body.withinMinutes,
          body.joiners,
          this.clock.now(),
          actor.personId,
        ],
      );
      const version = { ...body, scopeId, number: 1, changed: null };
      await this.write(tx, actor, version);
      if ((await this.asking.ask(tx, version, false)) === 0) throw new BriefingAudienceEmpty();
      return body.id;
    });
    this.jobs.nudge();
    return id;
  }

  /**
   * A new version that asks everybody again: who was asked before, and who fits the audience by now.
   * @throws BriefingNotFound, BriefingNotYours, BriefingStopped, BriefingEditedMeanwhile, BriefingPlaceholdersLeft
   */
  async correct(actor: Actor, id: string, body: CorrectBriefingBody): Promise<void> {
    whole(body.document);
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
      const { document, changed } = body;
      const version = { ...found, id, number: body.after + 1, document, changed };
      await tx.query('UPDATE briefing SET version = $2 WHERE id = $1', [id, version.number]);
      await this.notifications.withdraw(tx, 'briefing', `${id}:`);
      await this.write(tx, actor, version);
      if ((await this.asking.ask(tx, version, false)) === 0) throw new BriefingAudienceEmpty();
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

  private async write(
    tx: Tx,
    actor: Actor,
    { id, number, document, changed }: Pick<Asked, 'id' | 'number' | 'document' | 'changed'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO briefing_version (briefing_id, number, document, changed, sent_at, sent_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        number,
        JSON.stringify(document),
        changed && JSON.stringify(changed),
        this.clock.now(),
        actor.personId,
      ],
    );
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

function whole(document: BriefingDocument): void {
  const left = placeholdersIn(document);
  if (left.length > 0) throw new BriefingPlaceholdersLeft(left);
}

/** What went out under the id $7; without one, what this person has running. */
const SAME = `
  SELECT b.id FROM briefing b JOIN briefing_version v ON v.briefing_id = b.id AND v.number = 1
  WHERE b.sent_by = $1 AND b.audience = $2::jsonb AND b.shift = $3 AND b.within_minutes = $4 AND b.joiners = $5
    AND v.document = $6::jsonb
    AND CASE WHEN $7::uuid IS NULL THEN b.stopped_at IS NULL AND b.version = 1 ELSE b.id = $7 END
  ORDER BY b.sent_at DESC LIMIT 1`;
