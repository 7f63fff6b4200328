import type { EarlierRun } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import type { Sql } from '../../../platform/database/database.js';
import { visibleRun } from '../../drill-runs/index.js';
import type { RunRecord } from '../analysis/run-record.js';

const SHOWN = 5;

/** What the numbers of the whole were in earlier runs of the scenario that the reader may look at. */
export async function earlierRuns(sql: Sql, actor: Actor, run: RunRecord): Promise<EarlierRun[]> {
  const rows = await sql.query<Omit<EarlierRun, 'endedAt'> & { endedAt: Date }>(
    `SELECT r.id AS "runId", r.ended_at AS "endedAt",
       (SELECT coalesce(json_agg(json_build_object('key', m.key, 'part', m.part, 'value', m.value)), '[]')
        FROM drill_metric m WHERE m.run_id = r.id AND m.seat IS NULL) AS metrics
     FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id JOIN drill_report p ON p.run_id = r.id
     WHERE v.scenario_id = $4 AND r.mode = $5 AND r.status = 'ended' AND r.ended_at <= $6 AND r.id <> $7
       AND ${visibleRun('$1', '$2', '$3')}
     ORDER BY r.ended_at DESC, r.id LIMIT ${SHOWN}`,
    [
      actor.personId,
      actor.scopeDepartmentId,
      actor.permissions.has('drill.read'),
      run.scenarioId,
      run.mode,
      run.endedAt,
      run.id,
    ],
  );
  return rows.map((row) => ({ ...row, endedAt: row.endedAt.toISOString() }));
}
