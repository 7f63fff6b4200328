import type { ScenarioDocument } from '@readyroom/contract';
import { ENGINE_VERSION, scenarioHash } from '../../../engine/index.js';
import type { Tx } from '../../../platform/database/database.js';
import { joinCode } from './join-code.js';

interface NewRun {
  mode: 'live' | 'solo';
  versionId: string;
  title: string | null;
  plannedFor: string | null;
  seed: number;
  restartOf: string | null;
  createdBy: string;
}

/** Writes a run with its lobby open. A live run gets a code that no other open run has. */
export async function insertRun(tx: Tx, document: ScenarioDocument, run: NewRun, now: Date): Promise<string> {
  const pace = run.mode === 'solo' ? document.solo : document;
  for (;;) {
    const [row] = await tx.query<{ id: string }>(INSERT, [
      run.versionId,
      scenarioHash(document),
      ENGINE_VERSION,
      run.seed,
      run.mode,
      run.title,
      run.plannedFor,
      run.mode === 'live' ? joinCode() : null,
      run.createdBy,
      now,
      run.restartOf,
      pace.rate,
      pace.durationMinutes * 60,
    ]);
    if (row) return row.id;
  }
}

const INSERT = `
  INSERT INTO drill_run (scenario_version_id, scenario_hash, engine_version, seed, mode, title, planned_for, join_code,
    created_by, created_at, restart_of, rate, ends_at, base_wall, seen_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $10, $10)
  ON CONFLICT (join_code) WHERE status IN ('lobby', 'running', 'paused') DO NOTHING
  RETURNING id`;
