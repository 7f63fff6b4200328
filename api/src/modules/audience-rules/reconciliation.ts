import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { Certifications } from '../certification/index.js';
import {
  lockPeople,
  organisationDay,
  refreshProgramStandings,
  refreshStandings,
} from '../standings/index.js';
import { conditionsOf } from './audience.sql.js';
import { outOfLineStatement, reconcileStatement } from './reconcile.sql.js';

const TOPIC = 'assignments.reconcile';
/** People in one transaction, and in one job. */
const CHUNK = 2_000;
/** The sweep over everybody brings back what a lost queue or a restore from backup may have lost. */
const SWEEP_MS = 60 * 60_000;

const Payload = z.object({
  personIds: z.array(z.uuid()).nullable().default(null),
  /** Instead: everybody whom this rule has reached, who may have done long ago what its program asks for. */
  advanceRuleId: z.uuid().nullable().default(null),
  /** Instead: everybody in this program, which has a new version. */
  programId: z.uuid().nullable().default(null),
});

/** Applies the live rules to people who have changed: who joins an audience is assigned, who leaves it is not. */
@Injectable()
export class Reconciliation implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = TOPIC;
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly certifications: Certifications,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, SWEEP_MS);
  }

  /**
   * Call in the transaction that makes people or changes their department, tier or status; null = everybody, after a
   * change of the department tree. Standings follow at once, assignments as soon as the transaction is committed.
   */
  async promise(tx: Tx, personIds: readonly string[] | null): Promise<void> {
    if (personIds === null) return this.jobs.promise(tx, TOPIC, { personIds });
    await refreshStandings(tx, { personIds });
    await refreshProgramStandings(tx, await organisationDay(tx, this.clock), { personIds });
    for (const chunk of chunksOf(personIds)) await this.jobs.promise(tx, TOPIC, { personIds: chunk });
  }

  /** Call in the transaction that made a rule with a program. */
  promiseAdvance(tx: Tx, ruleId: string): Promise<void> {
    return this.jobs.promise(tx, TOPIC, { advanceRuleId: ruleId });
  }

  /** Call in the transaction that published a version of a program. */
  promiseProgram(tx: Tx, programId: string): Promise<void> {
    return this.jobs.promise(tx, TOPIC, { programId });
  }

  /** Repeating it, or doing it in another order, ends in the same assignments. */
  async handle({ personIds, advanceRuleId, programId }: Partial<z.infer<typeof Payload>>): Promise<void> {
    if (advanceRuleId) return this.advance(advanceRuleId);
    if (programId) return this.follow(programId);
    if (personIds) {
      for (const chunk of chunksOf(personIds)) await this.reconcile(chunk);
      return;
    }
    for (let after: string | null = null; ;) {
      const people: { id: string }[] = await this.database.query(
        'SELECT id FROM person WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2',
        [after, CHUNK],
      );
      const last = people.at(-1);
      if (!last) break;
      const out = await this.outOfLine(
        this.database,
        people.map(({ id }) => id),
      );
      if (out.length > 0) await this.reconcile(out);
      after = last.id;
    }
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      await tx.query('DELETE FROM standing_count WHERE (not_started, in_progress, completed) = (0, 0, 0)');
    });
  }

  /** Courses that came or went are assigned or withdrawn, and who has done all that is left has completed it. */
  private async follow(programId: string): Promise<void> {
    const people = await this.database.query<{ id: string }>(
      'SELECT DISTINCT person_id AS id FROM program_assignment WHERE program_id = $1 AND withdrawn_at IS NULL ORDER BY 1',
      [programId],
    );
    for (const chunk of chunksOf(people.map(({ id }) => id))) {
      await this.reconcile(chunk);
      await this.database.transaction(async (tx) => {
        const day = await organisationDay(tx, this.clock);
        await refreshProgramStandings(tx, day, { personIds: chunk, programIds: [programId] });
        await this.certifications.advanceDone(tx, chunk);
      });
    }
  }

  private async advance(ruleId: string): Promise<void> {
    const people = await this.database.query<{ id: string }>(
      'SELECT person_id AS id FROM program_assignment WHERE rule_id = $1 AND withdrawn_at IS NULL ORDER BY 1',
      [ruleId],
    );
    for (const chunk of chunksOf(people.map(({ id }) => id)))
      await this.database.transaction((tx) => this.certifications.advanceDone(tx, chunk));
  }

  private async reconcile(personIds: readonly string[]): Promise<void> {
    await this.database.transaction((tx) => this.reconcileWithin(tx, personIds));
  }

  /**
   * For whom of these, in the order of their ids, something would change. Nobody waits for it: looking for the few among many
   * locks nothing, and whoever changes a person or a rule meanwhile sees to what follows from that.
   */
  async outOfLine(sql: Sql, personIds: readonly string[]): Promise<string[]> {
    const { text, values } = outOfLineStatement(
      personIds,
      await organisationDay(sql, this.clock),
      await conditionsOf(sql),
    );
    const rows = await sql.query<{ personId: string }>(text, values);
    return rows.map(({ personId }) => personId);
  }

  /** Within the transaction given: a piece of a longer work. Answers for how many people something changed. */
  async reconcileWithin(tx: Tx, personIds: readonly string[]): Promise<number> {
    await takeTurn(tx, 'staff');
    const out = await this.outOfLine(tx, personIds);
    if (out.length === 0) return 0;
    await lockPeople(tx, out);
    const day = await organisationDay(tx, this.clock);
    const { text, values } = reconcileStatement(out, day, await conditionsOf(tx));
    const rows = await tx.query<{ personId: string; joinedProgram: boolean }>(text, values);
    const changed = rows.map(({ personId }) => personId);
    await refreshStandings(tx, { personIds: changed });
    await refreshProgramStandings(tx, day, { personIds: changed });
    // What somebody has already done may be all that their new program asks for.
    await this.certifications.advanceDone(
      tx,
      rows.flatMap((row) => (row.joinedProgram ? row.personId : [])),
    );
    return changed.length;
  }
}

function* chunksOf(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK);
}
