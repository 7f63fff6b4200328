import type { LogEntry, RunStatus } from '@readyroom/contract';
import type { Sql } from '../../../platform/database/database.js';

/** A run as it is stored: with its scenario, all there is to it. */
export interface RunRecord {
  readonly id: string;
  readonly mode: 'live' | 'solo';
  readonly title: string | null;
  readonly status: RunStatus;
  readonly scenarioVersionId: string;
  readonly scenarioId: string;
  readonly scenarioHash: string;
  readonly engineVersion: string;
  readonly seed: number;
  /** Scenario second up to which it was played. */
  readonly until: number;
  readonly finalHash: string | null;
  readonly createdBy: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export async function runRecord(sql: Sql, runId: string, lock = false): Promise<RunRecord | null> {
  const [row] = await sql.query<RunRecord>(
    `SELECT r.id, r.mode, r.title, r.status, r.scenario_version_id AS "scenarioVersionId", v.scenario_id AS "scenarioId",
       r.scenario_hash AS "scenarioHash", r.engine_version AS "engineVersion", r.seed, r.ticked_to AS until,
       r.final_hash AS "finalHash", r.created_by AS "createdBy", r.started_at AS "startedAt", r.ended_at AS "endedAt"
     FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id
     WHERE r.id = $1 ${lock ? 'FOR UPDATE OF r' : ''}`,
    [runId],
  );
  return row ?? null;
}

export const storedLog = (sql: Sql, runId: string): Promise<LogEntry[]> =>
  sql.query<LogEntry>('SELECT seq, at, by, action FROM drill_log WHERE run_id = $1 ORDER BY seq', [runId]);

export const isOver = ({ status }: Pick<RunRecord, 'status'>): boolean =>
  status === 'ended' || status === 'stopped';
