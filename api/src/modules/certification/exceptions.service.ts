import { Injectable } from '@nestjs/common';
import type { EndWaiverBody, RevokeBody, Text, WaiveBody } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import {
  inScope,
  organisationDay,
  refreshProgramStandings,
  type OrganisationDay,
} from '../standings/index.js';
import {
  CertificationNotFound,
  NothingToRevoke,
  WaiverInPast,
  WaiverNotFound,
} from './certification.errors.js';
import { readFacts } from './certification-facts.js';

/** What people decide about a certification: waivers, extensions, revocations, and renewals before their time. */
@Injectable()
export class CertificationExceptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws CertificationNotFound, WaiverInPast */
  async waive(
    actor: Actor,
    personId: string,
    programId: string,
    body: z.infer<typeof WaiveBody>,
  ): Promise<void> {
    await this.within(actor, personId, programId, async (tx, day) => {
      if (body.until !== null && body.until < day.today) throw new WaiverInPast(day.today);
      await tx.query(
        `INSERT INTO waiver (person_id, program_id, kind, until, period, reason, created_by, created_at)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1 - count(*) FILTER (WHERE completed_at IS NULL), $5, $6, $7
         FROM certification_period WHERE person_id = $1 AND program_id = $2`,
        [personId, programId, body.kind, body.until ?? 'infinity', body.reason, actor.personId, day.now],
      );
    });
  }

  /** Ends it today; that it was given stays on record. @throws CertificationNotFound, WaiverNotFound */
  async endWaiver(
    actor: Actor,
    personId: string,
    programId: string,
    waiverId: string,
    { reason }: z.infer<typeof EndWaiverBody>,
  ): Promise<void> {
    await this.within(actor, personId, programId, async (tx, day) => {
      const ended = await tx.query(
        `UPDATE waiver SET ended_by = $4, ended_at = $5, ended_reason = $6
         WHERE id = $3 AND person_id = $1 AND program_id = $2 AND ended_at IS NULL RETURNING 1`,
        [personId, programId, waiverId, actor.personId, day.now, reason],
      );
      if (ended.length === 0) throw new WaiverNotFound();
    });
  }

  /** Takes the present certification back; the program is asked for again at once. @throws CertificationNotFound, NothingToRevoke */
  async revoke(
    actor: Actor,
    personId: string,
    programId: string,
    body: z.infer<typeof RevokeBody>,
  ): Promise<void> {
    await this.within(actor, personId, programId, async (tx, day) => {
      const [revoked] = await tx.query<{ number: number }>(
        `UPDATE certification_period SET revoked_at = $3, revoked_by = $4, revoked_reason = $5
         WHERE id = (SELECT id FROM certification_period WHERE person_id = $1 AND program_id = $2 AND completed_at IS NOT NULL
                     ORDER BY number DESC LIMIT 1)
           AND revoked_at IS NULL AND valid_until >= $6 RETURNING number`,
        [personId, programId, day.now, actor.personId, body.reason, day.today],
      );
      if (!revoked) throw new NothingToRevoke();
      // From tomorrow: what was done until today is what has just been taken back.
      await this.ask(tx, personId, programId, revoked.number + 1, {
        path: 'full',
        opensOn: addDays(day.today, 1),
        dueOn: addDays(day.today, body.dueDays),
        why: null,
      });
    });
  }

  /**
   * Opens the refresher of people today because something was weak, if their program says so and they hold it. What they
   * hold stays valid to its last day. Repeating it changes nothing.
   */
  async pullForward(tx: Tx, personIds: readonly string[], why: Text): Promise<void> {
    const day = await organisationDay(tx, this.clock);
    const held = await tx.query<{ personId: string; programId: string; days: number; number: number }>(
      `SELECT o.person_id AS "personId", o.program_id AS "programId", o.number,
              (v.document->>'refresherDays')::int AS days
       FROM certification_period o
       JOIN program g ON g.id = o.program_id JOIN program_version v ON v.id = g.version_id
       WHERE o.person_id = ANY($1) AND o.completed_at IS NULL AND o.number > 1 AND o.opens_on > $2
         AND jsonb_typeof(v.document->'refresherDays') = 'number'
         AND EXISTS (SELECT 1 FROM program_assignment a
                     WHERE a.person_id = o.person_id AND a.program_id = o.program_id AND a.withdrawn_at IS NULL)
       ORDER BY 1, 2`,
      [personIds, day.today],
    );
    for (const { personId, programId, days } of held) {
      await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      await tx.query(
        `UPDATE certification_period SET opens_on = $3, due_on = least(due_on, $4::date), pulled_forward = $5
         WHERE person_id = $1 AND program_id = $2 AND completed_at IS NULL AND opens_on > $3`,
        [personId, programId, day.today, addDays(day.today, days), JSON.stringify(why)],
      );
      await refreshProgramStandings(tx, day, { personIds: [personId], programIds: [programId] });
    }
  }

  private async ask(
    tx: Tx,
    personId: string,
    programId: string,
    number: number,
    period: { path: 'full' | 'refresher'; opensOn: string; dueOn: string; why: Text | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO certification_period (person_id, program_id, number, path, opens_on, due_on, pulled_forward)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (person_id, program_id, number) DO UPDATE SET path = excluded.path, opens_on = excluded.opens_on,
         due_on = excluded.due_on, pulled_forward = excluded.pulled_forward`,
      [
        personId,
        programId,
        number,
        period.path,
        period.opensOn,
        period.dueOn,
        period.why && JSON.stringify(period.why),
      ],
    );
  }

  /** In one transaction, with the person locked, for people in scope who are or were in the program. */
  private async within(
    actor: Actor,
    personId: string,
    programId: string,
    work: (tx: Tx, day: OrganisationDay) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [person] = await tx.query(
        `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id
         WHERE p.id = $1 AND ${inScope('d', '$3')}
           AND EXISTS (SELECT 1 FROM program_assignment a WHERE a.person_id = p.id AND a.program_id = $2)
         FOR NO KEY UPDATE OF p`,
        [personId, programId, actor.scopeDepartmentId],
      );
      if (!person) throw new CertificationNotFound();
      const day = await organisationDay(tx, this.clock);
      if (!(await readFacts(tx, personId, programId, day))) throw new CertificationNotFound();
      await work(tx, day);
      await refreshProgramStandings(tx, day, { personIds: [personId], programIds: [programId] });
    });
  }
}
