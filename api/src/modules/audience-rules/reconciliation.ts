import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { lockStaff, organisationDay, refreshStandings } from '../standings/index.js';
import { IN_STORED_AUDIENCE, joinerDue } from './audience.sql.js';

const TOPIC = 'assignments.reconcile';
/** People in one transaction, and in one job. */
const CHUNK = 2_000;
/** The sweep over everybody brings back what a lost queue or a restore from backup may have lost. */
const SWEEP_MS = 60 * 60_000;

const Payload = z.object({ personIds: z.array(z.uuid()).nullable().default(null) });

/** Applies the live rules to people who have changed: who joins an audience is assigned, who leaves it is not. */
@Injectable()
export class Reconciliation implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = TOPIC;
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
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
    for (const chunk of chunksOf(personIds)) await this.jobs.promise(tx, TOPIC, { personIds: chunk });
  }

  /** Repeating it, or doing it in another order, ends in the same assignments. */
  async handle({ personIds }: z.infer<typeof Payload>): Promise<void> {
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
      await this.reconcile(people.map((person) => person.id));
      after = last.id;
    }
    await this.database.transaction(async (tx) => {
      await lockStaff(tx);
      await tx.query('DELETE FROM standing_count WHERE (not_started, in_progress, completed) = (0, 0, 0)');
    });
  }

  private async reconcile(personIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockStaff(tx);
      const { now, today, timeZone } = await organisationDay(tx, this.clock);
      const changed = await tx.query<{ person_id: string }>(RECONCILE, [personIds, now, today, timeZone]);
      await refreshStandings(tx, { personIds: changed.map((row) => row.person_id) });
    });
  }
}

function* chunksOf(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK);
}

/**
 * Who left an audience and came back on the same day has never been away; on a later day they join anew.
 * Otherwise the order of two transfers within one import would decide about due days.
 */
const RECONCILE = `
  WITH wanted AS MATERIALIZED (
    SELECT r.id AS rule_id, r.due_on, r.joiners_due_days, p.id AS person_id
    FROM person p JOIN department d ON d.id = p.department_id
    JOIN audience_rule r ON r.withdrawn_at IS NULL AND ${IN_STORED_AUDIENCE}
    WHERE p.id = ANY($1)
  ), missing AS (
    SELECT w.*, c.course_id, k.kept,
           NOT k.kept OR a.joined_later AS joined_later,
           CASE WHEN k.kept THEN a.assigned_at ELSE $2::timestamptz END AS assigned_at
    FROM wanted w
    JOIN audience_rule_course c ON c.rule_id = w.rule_id
    LEFT JOIN assignment a ON a.rule_id = w.rule_id AND a.person_id = w.person_id AND a.course_id = c.course_id
    CROSS JOIN LATERAL (
      SELECT coalesce((a.withdrawn_at AT TIME ZONE $4)::date = $3::date, false) AS kept
    ) k
    WHERE a.person_id IS NULL OR a.withdrawn_at IS NOT NULL
  ), joined AS (
    INSERT INTO assignment (rule_id, person_id, course_id, due_on, joined_later, assigned_at)
    SELECT rule_id, person_id, course_id,
           CASE WHEN joined_later
             THEN ${joinerDue('due_on', '(assigned_at AT TIME ZONE $4)::date', 'joiners_due_days')}
             ELSE due_on END,
           joined_later, assigned_at
    FROM missing
    ON CONFLICT (rule_id, person_id, course_id) DO UPDATE SET
      withdrawn_at = NULL, due_on = excluded.due_on, joined_later = excluded.joined_later, assigned_at = excluded.assigned_at
    RETURNING person_id
  ), gone AS (
    UPDATE assignment a SET withdrawn_at = $2
    FROM standing s
    WHERE a.person_id = ANY($1) AND a.withdrawn_at IS NULL
      AND s.person_id = a.person_id AND s.course_id = a.course_id AND s.progress <> 'completed'
      AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.rule_id = a.rule_id AND w.person_id = a.person_id)
    RETURNING a.person_id
  )
  SELECT person_id FROM joined UNION SELECT person_id FROM gone`;
