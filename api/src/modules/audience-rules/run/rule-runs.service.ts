import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../../platform/queue/jobs.js';
import { Reconciliation } from '../reconciliation.js';

/** People looked at in one piece. */
const LOOKED_AT = 2_000;
/** People changed in one piece: so few that whoever saves a person or a rule meanwhile waits for a moment only. */
const CHANGED = 500;
/** A run whose worker died is taken up again after this at the latest. */
const LOOK_MS = 60_000;
/** After so many failures something is broken that trying again does not mend. */
const GIVE_UP_AFTER = 5;

const Payload = z.object({});

/** Evaluating all rules for everybody, a piece at a time, each with its progress in one transaction. */
@Injectable()
export class RuleRuns implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'rules.run';
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reconciliation: Reconciliation,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, LOOK_MS);
  }

  /** Starts one, or answers the one that is under way. */
  async start(actor: Pick<Actor, 'personId'>): Promise<string> {
    return this.database.transaction(async (tx) => {
      const [made] = await tx.query<{ id: string }>(
        `INSERT INTO rule_run (started_by, created_at, people) SELECT $1::uuid, $2::timestamptz, count(*) FROM person
         ON CONFLICT ((true)) WHERE finished_at IS NULL AND failed_at IS NULL DO NOTHING RETURNING id`,
        [actor.personId, this.clock.now()],
      );
      if (made) {
        await this.jobs.promise(tx, this.topic, {});
        return made.id;
      }
      const [present] = await tx.query<{ id: string }>(
        'SELECT id FROM rule_run WHERE finished_at IS NULL AND failed_at IS NULL',
      );
      // It ended in this very moment: the next click starts a new one, this one shows what has just been done.
      if (present) return present.id;
      const [last] = await tx.query<{ id: string }>(
        'SELECT id FROM rule_run ORDER BY created_at DESC LIMIT 1',
      );
      return last!.id;
    });
  }

  /** Goes on where the last piece was committed. Two at once share the work: nobody is evaluated twice by them. */
  async handle(): Promise<void> {
    try {
      while (await this.piece()) {
        // Between pieces everybody else has their turn.
        await new Promise((done) => setImmediate(done));
      }
    } catch (error) {
      await this.database.query(
        `UPDATE rule_run SET failures = failures + 1, error = $1, failed_at = CASE WHEN failures + 1 >= $2 THEN $3::timestamptz END
         WHERE finished_at IS NULL AND failed_at IS NULL`,
        [(error as Error).message.slice(0, 500), GIVE_UP_AFTER, this.clock.now()],
      );
      throw error;
    }
  }

  /** One piece in one transaction; false when there is nothing left, or somebody else is at it. */
  private async piece(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [run] = await tx.query<{ id: string; last: string | null }>(
        `SELECT id, last_person AS last FROM rule_run WHERE finished_at IS NULL AND failed_at IS NULL
         FOR UPDATE SKIP LOCKED`,
      );
      if (!run) return false;
      const people = await tx.query<{ id: string }>(
        'SELECT id FROM person WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2',
        [run.last, LOOKED_AT],
      );
      const now = this.clock.now();
      if (people.length === 0) {
        await tx.query(
          'UPDATE rule_run SET finished_at = $2, started_at = coalesce(started_at, $2), people = done WHERE id = $1',
          [run.id, now],
        );
        return false;
      }
      const ids = people.map(({ id }) => id);
      const these = (await this.reconciliation.outOfLine(tx, ids)).slice(0, CHANGED);
      const changed = these.length === 0 ? 0 : await this.reconciliation.reconcileWithin(tx, these);
      const last = these.length === CHANGED ? these.at(-1)! : ids.at(-1)!;
      const done = ids.filter((id) => id <= last).length;
      await tx.query(
        `UPDATE rule_run SET started_at = coalesce(started_at, $2), last_person = $3, done = done + $4, changed = changed + $5,
           people = greatest(people, done + $4) WHERE id = $1`,
        [run.id, now, last, done, changed],
      );
      return true;
    });
  }
}
