import { Injectable } from '@nestjs/common';
import type { Casting, CastTemplate, ScenarioDocument } from '@readyroom/contract';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { CastInvalid, DepartmentNotFound, PersonNotFound } from '../drill-schedule.errors.js';

/** From a template to people, and people into occurrences. */
@Injectable()
export class ScheduleCast {
  /**
   * Seats must be those of the scenario; people and departments within the sub-tree that the author may cast from.
   * @throws CastInvalid, PersonNotFound, DepartmentNotFound
   */
  async check(
    sql: Sql,
    author: { personId: string; scopeDepartmentId: string | null },
    document: ScenarioDocument,
    template: CastTemplate,
  ): Promise<void> {
    const known = new Set(document.seats.map(({ key }) => key));
    template.seats.forEach(({ seat }, index) => {
      if (!known.has(seat)) throw new CastInvalid(`cast.seats.${index}`, 'No such seat');
    });
    const named = namedPeople(template);
    if (new Set(named).size !== named.length) throw new CastInvalid('cast', 'Somebody is named twice');
    const departments = template.seats.flatMap((fill) => ('departmentId' in fill ? [fill.departmentId] : []));
    const [found] = await sql.query<{ people: number; departments: number }>(
      `SELECT
         (SELECT count(*) FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = ANY($1)
            AND p.status = 'active' AND (p.id = $4 OR $3::uuid IS NULL OR d.lineage @> ARRAY[$3::uuid])) AS people,
         (SELECT count(*) FROM department d WHERE d.id = ANY($2)
            AND ($3::uuid IS NULL OR d.lineage @> ARRAY[$3::uuid])) AS departments`,
      [named, departments, author.scopeDepartmentId, author.personId],
    );
    if (found!.people !== named.length) throw new PersonNotFound();
    if (found!.departments !== new Set(departments).size) throw new DepartmentNotFound();
  }

  /**
   * Who that is now. Of a tier and department come those with the fewest drills ahead of them, and of these the ones
   * whose last drill is the longest ago. People who have left are left out.
   */
  async resolve(sql: Sql, template: CastTemplate, createdBy: string): Promise<Casting[]> {
    const active = await sql.query<{ id: string }>(
      `SELECT id FROM person WHERE id = ANY($1) AND status = 'active'`,
      [[...namedPeople(template), createdBy]],
    );
    const here = new Set(active.map(({ id }) => id));
    const cast = new Map<string, Casting>();
    const add = (personId: string, role: Casting['role'], seat: string | null = null) => {
      if (!cast.has(personId)) cast.set(personId, { personId, role, seat });
    };
    const addNamed = (ids: readonly string[], role: Casting['role'], seat?: string) => {
      for (const id of ids) if (here.has(id)) add(id, role, seat);
    };
    addNamed(template.controllers.length > 0 ? template.controllers : [createdBy], 'controller');
    addNamed(template.evaluators, 'evaluator');
    addNamed(template.observers, 'observer');
    for (const fill of template.seats) if ('personIds' in fill) addNamed(fill.personIds, 'player', fill.seat);
    for (const fill of template.seats) {
      if ('personIds' in fill) continue;
      const taken = [...cast.keys(), ...namedPeople(template)];
      const rows = await sql.query<{ id: string }>(PICK, [fill.tier, fill.departmentId, taken, fill.people]);
      for (const { id } of rows) add(id, 'player', fill.seat);
    }
    return [...cast.values()];
  }

  /** Planned drills in which somebody who was picked for a tier has left since. */
  async withGaps(sql: Sql, now: Date): Promise<string[]> {
    const rows = await sql.query<{ id: string }>(
      `SELECT DISTINCT o.id ${PICKED_AND_LEFT} AND o.planned_at > $1`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Others come for those who were picked and have left; everybody else stays where they are. */
  async refill(tx: Tx, occurrenceId: string, now: Date): Promise<void> {
    const gaps = await tx.query<{ personId: string; seat: string; template: CastTemplate }>(
      `SELECT op.person_id AS "personId", op.seat, s.cast_template AS template ${PICKED_AND_LEFT} AND o.id = $1
       FOR UPDATE OF o, op SKIP LOCKED`,
      [occurrenceId],
    );
    if (gaps.length === 0) return;
    const before = await tx.query<Casting>(
      `SELECT person_id AS "personId", role, seat FROM drill_occurrence_person
       WHERE occurrence_id = $1 AND removed_at IS NULL`,
      [occurrenceId],
    );
    const cast = before.filter(({ personId }) => !gaps.some((gap) => gap.personId === personId));
    for (const { seat, template } of gaps) {
      const taken = [...before, ...cast].map(({ personId }) => personId).concat(namedPeople(template));
      const [fill] = template.seats.flatMap((one) =>
        'departmentId' in one && one.seat === seat ? [one] : [],
      );
      const rows = await tx.query<{ id: string }>(PICK, [fill!.tier, fill!.departmentId, taken, 1]);
      cast.push(...rows.map(({ id }) => ({ personId: id, role: 'player' as const, seat })));
    }
    await this.write(tx, occurrenceId, cast, now);
  }

  /** Makes the cast exactly this; what changes for somebody raises the number of their invitation. */
  async write(tx: Tx, occurrenceId: string, cast: readonly Casting[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE drill_occurrence_person SET removed_at = $3, sequence = sequence + 1
       WHERE occurrence_id = $1 AND removed_at IS NULL AND NOT person_id = ANY($2)`,
      [occurrenceId, cast.map(({ personId }) => personId), now],
    );
    await tx.query(
      `INSERT INTO drill_occurrence_person AS p (occurrence_id, person_id, role, seat)
       SELECT $1, c."personId", c.role, c.seat
       FROM jsonb_to_recordset($2::jsonb) AS c ("personId" uuid, role text, seat text)
       ON CONFLICT (occurrence_id, person_id) DO UPDATE
         SET role = excluded.role, seat = excluded.seat, removed_at = NULL, sequence = p.sequence + 1
         WHERE p.removed_at IS NOT NULL OR (p.role, p.seat) IS DISTINCT FROM (excluded.role, excluded.seat)`,
      [occurrenceId, JSON.stringify(cast)],
    );
  }
}

const namedPeople = ({ seats, controllers, evaluators, observers }: CastTemplate): string[] => [
  ...seats.flatMap((fill) => ('personIds' in fill ? fill.personIds : [])),
  ...controllers,
  ...evaluators,
  ...observers,
];

/** Whoever was named stays in the cast, so that the check before the day can say that they left. */
const PICKED_AND_LEFT = `FROM drill_occurrence o JOIN drill_schedule s ON s.id = o.schedule_id
  JOIN drill_occurrence_person op ON op.occurrence_id = o.id AND op.removed_at IS NULL AND op.role = 'player'
  JOIN person p ON p.id = op.person_id AND p.status <> 'active'
  WHERE o.state = 'planned' AND s.cast_template::text NOT LIKE '%' || p.id || '%' AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(s.cast_template->'seats') f WHERE f->>'seat' = op.seat AND f ? 'departmentId')`;

const PICK = `
  SELECT p.id FROM person p JOIN department d ON d.id = p.department_id
  WHERE p.status = 'active' AND p.tier = $1 AND d.lineage @> ARRAY[$2::uuid] AND NOT p.id = ANY($3)
  ORDER BY
    (SELECT count(*) FROM drill_occurrence_person op JOIN drill_occurrence o ON o.id = op.occurrence_id
     WHERE op.person_id = p.id AND op.role = 'player' AND op.removed_at IS NULL AND o.state = 'planned'),
    (SELECT max(r.created_at) FROM drill_participant dp JOIN drill_run r ON r.id = dp.run_id
     WHERE dp.person_id = p.id AND dp.role = 'player' AND dp.removed_at IS NULL AND r.mode = 'live') NULLS FIRST,
    p.employee_no
  LIMIT $4`;
