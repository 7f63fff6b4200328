import { Injectable } from '@nestjs/common';
import type {
  ReminderLadder,
  ReminderLadderList,
  ReminderSettings,
  SaveLadderBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import {
  DefaultLadderStays,
  LadderNotFound,
  LadderOutOfScope,
  LadderRobotUnknown,
} from './reminder.errors.js';

type Row = Omit<ReminderLadder, 'updatedAt'> & { updatedAt: Date };

/**
 * Ladders of steps, and the hours at which people may be reached. Both hold for everybody, so only who is not limited to
 * departments changes them.
 */
@Injectable()
export class Ladders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<z.infer<typeof ReminderLadderList>> {
    const rows = await this.database.query<Row>(`${LADDERS} ORDER BY l.program_id IS NOT NULL, g.slug`);
    return { items: rows.map(toLadder), total: rows.length, editable: mayEdit(actor) };
  }

  /**
   * Writes the ladder of a program, or the one for all others.
   * @throws LadderOutOfScope, LadderNotFound, LadderRobotUnknown
   */
  async save(actor: Actor, body: z.infer<typeof SaveLadderBody>): Promise<ReminderLadder> {
    refuseOutOfScope(actor);
    return this.database.transaction(async (tx) => {
      await this.checkRobots(tx, body.steps);
      // Two ways that are the same would be two reminders that are the same.
      const steps = body.steps.map((step) => ({
        ...step,
        channels: [...new Set(step.channels)],
        robotIds: [...new Set(step.robotIds)],
      }));
      const values = [JSON.stringify(steps), body.active, this.clock.now(), actor.personId];
      const [row] = body.programId
        ? await tx.query<{ id: string }>(
            `INSERT INTO reminder_ladder (steps, active, updated_at, updated_by, program_id)
             SELECT $1, $2, $3, $4, id FROM program WHERE id = $5
             ON CONFLICT (program_id) DO UPDATE SET steps = excluded.steps, active = excluded.active,
               updated_at = excluded.updated_at, updated_by = excluded.updated_by RETURNING id`,
            [...values, body.programId],
          )
        : await tx.query<{ id: string }>(
            `UPDATE reminder_ladder SET steps = $1, active = $2, updated_at = $3, updated_by = $4
             WHERE program_id IS NULL RETURNING id`,
            values,
          );
      if (!row) throw new LadderNotFound();
      const [saved] = await tx.query<Row>(LADDERS + ' WHERE l.id = $1', [row.id]);
      return toLadder(saved!);
    });
  }

  /** The program follows the common ladder again. @throws LadderOutOfScope, LadderNotFound, DefaultLadderStays */
  async remove(actor: Actor, id: string): Promise<void> {
    refuseOutOfScope(actor);
    const [row] = await this.database.query<{ common: boolean }>(
      'SELECT program_id IS NULL AS common FROM reminder_ladder WHERE id = $1',
      [id],
    );
    if (!row) throw new LadderNotFound();
    if (row.common) throw new DefaultLadderStays();
    await this.database.query('DELETE FROM reminder_ladder WHERE id = $1', [id]);
  }

  async settings(): Promise<ReminderSettings> {
    const [row] = await this.database.query<ReminderSettings>(
      `SELECT digest, to_char(digest_at, 'HH24:MI') AS "digestAt", to_char(quiet_from, 'HH24:MI') AS "quietFrom",
         to_char(quiet_to, 'HH24:MI') AS "quietTo" FROM notification_setting`,
    );
    return row!;
  }

  /** @throws LadderOutOfScope */
  async saveSettings(actor: Actor, body: ReminderSettings): Promise<ReminderSettings> {
    refuseOutOfScope(actor);
    await this.database.query(
      'UPDATE notification_setting SET digest = $1, digest_at = $2, quiet_from = $3, quiet_to = $4',
      [body.digest, body.digestAt, body.quietFrom, body.quietTo],
    );
    return this.settings();
  }

  private async checkRobots(sql: Sql, steps: z.infer<typeof SaveLadderBody>['steps']): Promise<void> {
    const known = await sql.query<{ id: string }>('SELECT id FROM robot WHERE removed_at IS NULL');
    const ids = new Set(known.map(({ id }) => id));
    const bad = steps.findIndex(({ robotIds }) => robotIds.some((id) => !ids.has(id)));
    if (bad >= 0) throw new LadderRobotUnknown(`steps.${bad}.robotIds`);
  }
}

const mayEdit = (actor: Actor): boolean =>
  actor.permissions.has('reminder.write') && actor.scopeDepartmentId === null;

function refuseOutOfScope(actor: Actor): void {
  if (!mayEdit(actor)) throw new LadderOutOfScope();
}

const toLadder = (row: Row): ReminderLadder => ({ ...row, updatedAt: row.updatedAt.toISOString() });

const LADDERS = `
  SELECT l.id, l.steps, l.active, l.updated_at AS "updatedAt",
    CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'title', v.document->'title') END AS program,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS "updatedBy"
  FROM reminder_ladder l
  LEFT JOIN program g ON g.id = l.program_id LEFT JOIN program_version v ON v.id = g.version_id
  LEFT JOIN person p ON p.id = l.updated_by`;
