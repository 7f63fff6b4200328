import { Injectable } from '@nestjs/common';
import type { AccessRole, Erased, ErasurePreview } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql, type Tx } from '../../../platform/database/database.js';
import { takeTurn } from '../../../platform/database/turns.js';
import { Sessions } from '../../auth/index.js';
import { inScope, type Scope } from '../../departments/index.js';
import { PersonNotFound } from '../../people/index.js';
import { AlreadyErased, NotConfirmed, NotErasable } from '../personal-data.errors.js';
import { erasableTables, searchedSet, searchedWhere, type ErasableTable } from './erasable-tables.js';
import { jsonPatternOf, needlesOf, patternOf, pseudonymOf, type Identity } from './needles.js';
import { RunSeals } from './run-seals.js';

interface Subject extends Identity {
  readonly id: string;
  readonly status: 'active' | 'left';
  readonly roles: AccessRole[];
  readonly erasedAt: Date | null;
  readonly namesake: boolean;
}
interface Search {
  readonly text: string;
  readonly json: string;
}

/** Erasing people who have left, by pseudonym: rows and numbers stay, and nothing says any more whom they are about. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly seals: RunSeals,
  ) {}

  /** What would happen. Changes nothing. */
  async preview(actor: Actor, id: string): Promise<ErasurePreview> {
    const subject = await this.find(this.database, actor.scopeDepartmentId, id);
    const search = searchOf(subject);
    const tables: ErasurePreview['tables'] = [];
    for (const table of await erasableTables(this.database)) {
      const own = table.of ? await this.count(table.table, table.of, [id]) : 0;
      const mentions =
        search && table.searched.length > 0
          ? await this.count(table.table, mentionedIn(table), [search.text, search.json])
          : 0;
      const changes = table.goes || !!table.pseudonym || table.emptied.length > 0;
      if (own === 0 && mentions === 0) continue;
      tables.push({
        table: table.table,
        label: table.label,
        changed: changes ? own : 0,
        mentions,
        stays: table.goes ? 0 : own,
        why: table.why ?? null,
      });
    }
    return {
      personId: id,
      name: subject.name,
      employeeNo: subject.employeeNo,
      erasedAt: subject.erasedAt?.toISOString() ?? null,
      pseudonym: pseudonymOf(id),
      obstacle: await this.obstacle(this.database, subject, search),
      namesake: subject.namesake,
      tables,
    };
  }

  /** The second step. @throws NotConfirmed, AlreadyErased, NotErasable */
  async erase(actor: Actor, id: string, employeeNo: string): Promise<Erased> {
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const subject = await this.find(tx, actor.scopeDepartmentId, id);
      if (subject.erasedAt) throw new AlreadyErased();
      if (subject.employeeNo !== employeeNo) throw new NotConfirmed();
      return this.eraseIn(tx, subject, actor.personId);
    });
  }

  /** For the retention job. Whoever cannot be erased now is left for the next time: false. */
  async eraseByItself(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const subject = await this.find(tx, null, id);
      if (subject.erasedAt || (await this.obstacle(tx, subject, searchOf(subject)))) return false;
      await this.eraseIn(tx, subject, null);
      return true;
    });
  }

  private async eraseIn(tx: Tx, subject: Subject, by: string | null): Promise<Erased> {
    const search = searchOf(subject);
    const obstacle = await this.obstacle(tx, subject, search);
    if (obstacle) throw new NotErasable(obstacle);
    const now = this.clock.now();
    const word = pseudonymOf(subject.id);
    // Nothing may go out to them any more, and what waits has nobody to go to.
    await tx.query(`UPDATE mail SET state = 'kept' WHERE person_id = $1 AND state = 'waiting'`, [subject.id]);
    await tx.query(`SELECT set_config('readyroom.erasing', 'on', true)`);
    const tables = await erasableTables(tx);
    const counts: Record<string, number> = {};
    const note = (table: string, rows: number) => rows > 0 && (counts[table] = (counts[table] ?? 0) + rows);
    const people = tables.find(({ table }) => table === 'person')!;
    for (const table of tables)
      if (table !== people) note(table.table, await this.ownRows(tx, table, subject.id, word));
    const runs = search ? await this.seals.runsMentioning(tx, search.json) : [];
    if (search)
      for (const table of tables) {
        if (table.searched.length === 0) continue;
        const changed = await tx.query<{ n: number }>(
          `WITH changed AS (UPDATE ${table.table} SET ${searchedSet(table)} WHERE ${mentionedIn(table)} RETURNING 1)
           SELECT count(*)::int AS n FROM changed`,
          [search.text, search.json, word],
        );
        note(table.table, changed[0]!.n);
      }
    await this.seals.renew(tx, runs);
    await tx.query(
      `UPDATE person SET name = $2, employee_no = $3, updated_at = $4, erased_at = $4, ${people.emptied.join(', ')} WHERE id = $1`,
      [subject.id, word, `erased-${subject.id.replaceAll('-', '').slice(-12)}`, now],
    );
    note('person', 1);
    await tx.query('INSERT INTO erasure (person_id, erased_at, erased_by, counts) VALUES ($1, $2, $3, $4)', [
      subject.id,
      now,
      by,
      JSON.stringify(counts),
    ]);
    await tx.query(`SELECT set_config('readyroom.erasing', '', true)`);
    this.sessions.forget();
    return { personId: subject.id, pseudonym: word, erasedAt: now.toISOString(), counts };
  }

  private async ownRows(tx: Tx, table: ErasableTable, id: string, word: string): Promise<number> {
    if (!table.of) return 0;
    const sets = [...table.emptied, ...(table.pseudonym?.split(' ').map((column) => `${column} = $2`) ?? [])];
    if (!table.goes && sets.length === 0) return 0;
    const statement = table.goes
      ? `DELETE FROM ${table.table}`
      : `UPDATE ${table.table} SET ${sets.join(', ')}`;
    const [row] = await tx.query<{ n: number }>(
      `WITH changed AS (${statement} WHERE ${table.pseudonym ? ownerOf(table) : table.of} RETURNING 1)
       SELECT count(*)::int AS n FROM changed`,
      table.pseudonym ? [id, word] : [id],
    );
    return row!.n;
  }

  private async obstacle(
    sql: Sql,
    subject: Subject,
    search: Search | null,
  ): Promise<ErasurePreview['obstacle']> {
    if (subject.status === 'active') {
      const [others] = await sql.query<{ any: boolean }>(
        `SELECT EXISTS (SELECT FROM person WHERE status = 'active' AND 'admin' = ANY(roles) AND id <> $1) AS any`,
        [subject.id],
      );
      return subject.roles.includes('admin') && !others!.any ? 'erasure.last_admin' : 'erasure.still_active';
    }
    return (await this.seals.isOpenFor(sql, subject.id, search?.json ?? null)) ? 'erasure.open_drill' : null;
  }

  private async find(sql: Sql, scope: Scope, id: string): Promise<Subject> {
    const [row] = await sql.query<Subject>(
      `SELECT p.id, p.name, p.english_name AS "englishName", p.email, p.phone, p.employee_no AS "employeeNo", p.status,
         p.roles, p.erased_at AS "erasedAt",
         EXISTS (SELECT FROM person n WHERE n.id <> p.id AND n.erased_at IS NULL
           AND (n.name = p.name OR n.english_name = p.english_name)) AS namesake
       FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND ${inScope('d', '$2')}`,
      [id, scope],
    );
    if (!row) throw new PersonNotFound();
    return row;
  }

  private async count(table: string, where: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      values,
    );
    return row!.n;
  }
}

/** Both patterns are named, so that both have a type. */
const mentionedIn = (table: ErasableTable): string =>
  `(${searchedWhere(table)}) AND $1::text IS NOT NULL AND $2::text IS NOT NULL`;

/** The name of a row that is about them; where they only acted, the name is somebody else's. */
const ownerOf = (table: ErasableTable): string => (table.table === 'person' ? 'id = $1' : 'person_id = $1');

function searchOf(subject: Subject): Search | null {
  const needles = subject.erasedAt ? [] : needlesOf(subject, subject.namesake);
  return needles.length > 0 ? { text: patternOf(needles), json: jsonPatternOf(needles) } : null;
}
