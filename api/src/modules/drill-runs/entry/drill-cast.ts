import { Injectable } from '@nestjs/common';
import type { Casting, ScenarioDocument } from '@readyroom/contract';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { CastInvalid, PersonNotFound } from '../drill-run.errors.js';

/** Checks and writes who takes part in a run. */
@Injectable()
export class DrillCast {
  /**
   * Every person once, players at a seat of the scenario and nobody else at one, and all of them within the sub-tree
   * that the author may cast from. People who are `known` were let in before and may stay.
   * @throws CastInvalid, PersonNotFound
   */
  async check(
    sql: Sql,
    author: { scopeDepartmentId: string | null },
    document: ScenarioDocument,
    cast: readonly Casting[],
    known: readonly string[] = [],
  ): Promise<void> {
    const seats = new Set(document.seats.map(({ key }) => key));
    const people = new Set<string>();
    cast.forEach(({ personId, role, seat }, index) => {
      if (people.has(personId)) throw new CastInvalid(index, 'Named twice');
      people.add(personId);
      if (role === 'player' && seat === null) throw new CastInvalid(index, 'A player needs a seat');
      if (role !== 'player' && seat !== null) throw new CastInvalid(index, 'Only players hold a seat');
      if (seat !== null && !seats.has(seat)) throw new CastInvalid(index, 'No such seat');
    });
    const [found] = await sql.query<{ n: number }>(
      `SELECT count(*) AS n FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.id = ANY($1) AND (p.id = ANY($3) OR (p.status = 'active'
         AND ($2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])))`,
      [[...people], author.scopeDepartmentId, known],
    );
    if (found!.n !== people.size) throw new PersonNotFound();
  }

  /** Makes the cast exactly this. Whoever stays keeps when they joined; a new seat has to be made ready anew. */
  async write(tx: Tx, runId: string, cast: readonly Casting[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE drill_participant SET removed_at = $3
       WHERE run_id = $1 AND removed_at IS NULL AND NOT person_id = ANY($2)`,
      [runId, cast.map(({ personId }) => personId), now],
    );
    await tx.query(
      `INSERT INTO drill_participant AS p (run_id, person_id, role, seat, added_at)
       SELECT $1, c."personId", c.role, c.seat, $3
       FROM jsonb_to_recordset($2::jsonb) AS c ("personId" uuid, role text, seat text)
       ON CONFLICT (run_id, person_id) DO UPDATE SET role = excluded.role, seat = excluded.seat, removed_at = NULL,
         ready = p.ready AND p.removed_at IS NULL AND p.seat IS NOT DISTINCT FROM excluded.seat,
         joined_at = CASE WHEN p.removed_at IS NULL THEN p.joined_at END`,
      [runId, JSON.stringify(cast), now],
    );
  }

  /** Without those who have left the company. */
  async stillHere(sql: Sql, cast: readonly Casting[]): Promise<Casting[]> {
    const rows = await sql.query<{ id: string }>(
      `SELECT id FROM person WHERE id = ANY($1) AND status = 'active'`,
      [cast.map(({ personId }) => personId)],
    );
    return cast.filter(({ personId }) => rows.some(({ id }) => id === personId));
  }

  /** Whoever makes a run leads it, unless the cast says otherwise. */
  withLead(cast: readonly Casting[], personId: string): Casting[] {
    if (cast.some((one) => one.personId === personId)) return [...cast];
    return [...cast, { personId, role: 'controller', seat: null }];
  }
}
