import { Injectable } from '@nestjs/common';
import type { Casting, ScenarioDocument } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DrillRuns, RunScenarios } from '../drill-runs/index.js';
import { Invitations } from './invitations/invitations.js';

/** The lobby of an announced drill opens this long before it; that of an unannounced one when it begins. */
const OPENS_BEFORE_MS = 30 * 60_000;
/** A drill that could not be opened by then is missed. */
const MISSED_AFTER_MS = 60 * 60_000;

interface Due {
  id: string;
  scenarioId: string;
  title: string;
  plannedAt: Date;
  createdBy: string;
}

/** From occurrences to runs. */
@Injectable()
export class OccurrenceRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: DrillRuns,
    private readonly scenarios: RunScenarios,
    private readonly invitations: Invitations,
  ) {}

  /**
   * Opens what is due and gives up what is too late. The run, its note in the occurrence and the calls go into one
   * transaction that holds the row: two workers never make two runs, and one that dies makes none.
   */
  async open(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM drill_occurrence
       WHERE state = 'planned' AND planned_at <= $1::timestamptz + CASE WHEN announced THEN $2::interval ELSE '0' END
       ORDER BY planned_at`,
      [now, `${OPENS_BEFORE_MS} milliseconds`],
    );
    const failures: unknown[] = [];
    for (const { id } of due)
      await this.database
        .transaction((tx) => this.openOne(tx, id, now))
        .catch((error: unknown) => failures.push(error));
    // One that cannot be opened does not keep the others waiting; the job is tried again and says why.
    if (failures.length > 0) throw failures[0];
  }

  private async openOne(tx: Tx, id: string, now: Date): Promise<void> {
    const [due] = await tx.query<Due>(HELD, [id]);
    if (!due) return;
    if (due.plannedAt.getTime() + MISSED_AFTER_MS <= now.getTime()) return this.miss(tx, id, 'too_late', now);
    const versionId = await this.scenarios.published(tx, due.scenarioId);
    if (!versionId) return this.miss(tx, id, 'scenario_unpublished', now);
    const runId = await this.runs.open(
      // Whoever is in the cast was checked against the author's reach when it was planned.
      { personId: due.createdBy, scopeDepartmentId: null },
      {
        scenarioId: due.scenarioId,
        title: due.title,
        plannedFor: due.plannedAt.toISOString(),
        participants: await this.cast(tx, id, await this.scenarios.document(tx, versionId)),
      },
      tx,
    );
    await tx.query(
      `UPDATE drill_occurrence SET state = 'run_created', run_id = $2, updated_at = $3 WHERE id = $1`,
      [id, runId, now],
    );
    await this.invitations.call(tx, id);
  }

  /** Those still here, at seats that the version of today still has. */
  private async cast(tx: Tx, id: string, document: ScenarioDocument): Promise<Casting[]> {
    const rows = await tx.query<Casting>(
      `SELECT op.person_id AS "personId", op.role, op.seat FROM drill_occurrence_person op
       JOIN person p ON p.id = op.person_id
       WHERE op.occurrence_id = $1 AND op.removed_at IS NULL AND p.status = 'active' ORDER BY op.person_id`,
      [id],
    );
    return rows.filter(({ seat }) => seat === null || document.seats.some(({ key }) => key === seat));
  }

  private async miss(tx: Tx, id: string, reason: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE drill_occurrence SET state = 'missed', reason = $2, updated_at = $3 WHERE id = $1`,
      [id, reason, now],
    );
  }
}

const HELD = `
  SELECT o.id, s.scenario_id AS "scenarioId", o.title, o.planned_at AS "plannedAt", s.created_by AS "createdBy"
  FROM drill_occurrence o JOIN drill_schedule s ON s.id = o.schedule_id
  WHERE o.id = $1 AND o.state = 'planned' FOR UPDATE OF o SKIP LOCKED`;
