import { Injectable } from '@nestjs/common';
import type { ItemProgress } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { organisationDay, refreshProgramStandings, type OrganisationDay } from '../standings/index.js';
import { askedOn, readFacts, type CertificationFacts } from './certification-facts.js';
import { complete, renewalOf } from './renewal.js';

/** Completes certification periods and plans the renewals that follow. The only writer of what a period earned. */
@Injectable()
export class Certifications {
  constructor(private readonly clock: Clock) {}

  /** Call in the transaction in which somebody began or completed a course, or that ended their drill. */
  async afterLearning(tx: Tx, personId: string, courseId: string): Promise<void> {
    for (const programId of await programsWith(tx, personId, courseId))
      await this.advance(tx, personId, programId);
  }

  /** Whether a program asks this person today for a course that they completed before its period opened. */
  async asksAgain(sql: Sql, personId: string, courseId: string): Promise<boolean> {
    const day = await organisationDay(sql, this.clock);
    for (const programId of await programsWith(sql, personId, courseId)) {
      const facts = await readFacts(sql, personId, programId, day);
      const asked = facts?.assigned ? askedOn(facts, day.today) : null;
      if (
        asked &&
        leaves(asked.progress.items).some((item) => item.courseId === courseId && item.state !== 'done')
      )
        return true;
    }
    return false;
  }

  /**
   * Advances people who have done anything that could count in their programs: after a drill, a new assignment or a new
   * version of a program. Everybody else has nothing to advance by.
   */
  async advanceDone(tx: Tx, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    const pairs = await tx.query<{ personId: string; programId: string }>(
      `SELECT DISTINCT a.person_id AS "personId", a.program_id AS "programId" FROM program_assignment a
       WHERE a.person_id = ANY($1) AND a.withdrawn_at IS NULL
         AND (EXISTS (SELECT 1 FROM program_course c JOIN completion d ON d.course_id = c.course_id
                      WHERE c.program_id = a.program_id AND d.person_id = a.person_id)
              OR EXISTS (SELECT 1 FROM drill_holder h WHERE h.person_id = a.person_id))
       ORDER BY 1, 2`,
      [personIds],
    );
    for (const { personId, programId } of pairs) await this.advance(tx, personId, programId);
  }

  /** Completes the period that is open if all that it asks for is done. Repeating it changes nothing. */
  async advance(tx: Tx, personId: string, programId: string): Promise<void> {
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    const day = await organisationDay(tx, this.clock);
    const facts = await readFacts(tx, personId, programId, day);
    if (!facts) return;
    const asked = facts.assigned ? askedOn(facts, day.today) : null;
    if (asked?.progress.done)
      await this.complete(tx, personId, programId, facts, day, asked.progress.doneOn!);
    await refreshProgramStandings(tx, day, { personIds: [personId], programIds: [programId] });
  }

  private async complete(
    tx: Tx,
    personId: string,
    programId: string,
    { document, versionId, held, open }: CertificationFacts,
    day: OrganisationDay,
    completedOn: string,
  ): Promise<void> {
    const earned = complete(
      document.renewal,
      held?.revoked ? null : held,
      completedOn,
      open?.pulledForward ?? false,
    );
    const number = open?.number ?? 1;
    await tx.query(
      `INSERT INTO certification_period AS c (person_id, program_id, number, path, opens_on, version_id, completed_on, completed_at,
         valid_from, valid_until, anchor_on, cycle, validity_months)
       VALUES ($1, $2, $3, 'full', $4, $5, $4, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (person_id, program_id, number) DO UPDATE SET version_id = excluded.version_id,
         completed_on = excluded.completed_on, completed_at = excluded.completed_at, valid_from = excluded.valid_from,
         valid_until = excluded.valid_until, anchor_on = excluded.anchor_on, cycle = excluded.cycle,
         validity_months = excluded.validity_months`,
      [
        personId,
        programId,
        number,
        completedOn,
        versionId,
        day.now,
        earned.validFrom,
        earned.validUntil ?? 'infinity',
        earned.anchorOn,
        earned.cycle,
        earned.validityMonths,
      ],
    );
    const renewal = renewalOf(document.renewal, earned);
    if (!renewal) return;
    await tx.query(
      `INSERT INTO certification_period (person_id, program_id, number, path, opens_on, due_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        personId,
        programId,
        number + 1,
        document.refresher.length > 0 ? 'refresher' : 'full',
        renewal.opensOn,
        renewal.dueOn,
      ],
    );
  }
}

/** Programs of a person that have the course in their path or refresher. */
async function programsWith(sql: Sql, personId: string, courseId: string): Promise<string[]> {
  const rows = await sql.prepared<{ id: string }>(
    'certification_programs',
    `SELECT DISTINCT a.program_id AS id FROM program_assignment a JOIN program_course c ON c.program_id = a.program_id
     WHERE a.person_id = $1 AND c.course_id = $2 AND a.withdrawn_at IS NULL ORDER BY 1`,
    [personId, courseId],
  );
  return rows.map(({ id }) => id);
}

const leaves = (items: readonly ItemProgress[]): ItemProgress[] =>
  items.flatMap((item) => (item.kind === 'group' ? leaves(item.items) : [item]));
