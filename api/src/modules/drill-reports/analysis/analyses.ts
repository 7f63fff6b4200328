import { Injectable } from '@nestjs/common';
import type { LogEntry } from '@readyroom/contract';
import { ENGINE_VERSION } from '../../../engine/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { RunScenarios } from '../../drill-runs/index.js';
import { DrillReportNotOver, EngineChanged } from '../drill-report.errors.js';
import { ANALYSIS_VERSION, type Analysis } from './analysis.js';
import { analyse } from './analyse.js';
import { logHash } from './log-hash.js';
import { isOver, runRecord, storedLog, type RunRecord } from './run-record.js';

export interface Analysed {
  readonly run: RunRecord;
  readonly log: { readonly sha256: string; readonly entries: number };
  readonly analysis: Analysis;
}

/**
 * What the logs of runs say. It is worked out once and kept; what is kept counts only while the log is still the one
 * it was made of.
 */
@Injectable()
export class Analyses {
  /** Whoever asks while it is being worked out waits for the same answer. */
  private readonly working = new Map<string, Promise<Analysis>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
  ) {}

  /** Of a run that exists. @throws DrillReportNotOver, EngineChanged */
  async of(runId: string): Promise<Analysed> {
    const run = (await runRecord(this.database, runId))!;
    if (!isOver(run)) throw new DrillReportNotOver();
    const entries = await storedLog(this.database, runId);
    const log = { sha256: logHash(entries), entries: entries.length };
    const [kept] = await this.database.query<{ analysis: Analysis }>(
      `SELECT analysis FROM drill_report
       WHERE run_id = $1 AND log_hash = $2 AND engine_version = $3 AND (analysis->>'version')::int = $4`,
      [runId, log.sha256, run.engineVersion, ANALYSIS_VERSION],
    );
    const analysis = kept?.analysis ?? (await this.once(run, entries, log.sha256));
    return { run, log, analysis };
  }

  private once(run: RunRecord, entries: readonly LogEntry[], sha256: string): Promise<Analysis> {
    const known = this.working.get(run.id);
    if (known) return known;
    const work = this.make(run, entries, sha256).finally(() => this.working.delete(run.id));
    this.working.set(run.id, work);
    return work;
  }

  private async make(run: RunRecord, entries: readonly LogEntry[], sha256: string): Promise<Analysis> {
    if (run.engineVersion !== ENGINE_VERSION) throw new EngineChanged();
    const scenario = await this.scenarios.document(this.database, run.scenarioVersionId);
    const analysis = await analyse({ scenario, seed: run.seed }, entries, run.until);
    await this.database.transaction((tx) => this.keep(tx, run, sha256, analysis));
    // As it comes back from the database the next time.
    return JSON.parse(JSON.stringify(analysis)) as Analysis;
  }

  private async keep(tx: Tx, run: RunRecord, sha256: string, analysis: Analysis): Promise<void> {
    await tx.query('SELECT 1 FROM drill_run WHERE id = $1 FOR UPDATE', [run.id]);
    for (const table of ['drill_metric', 'drill_objective', 'drill_holder'])
      await tx.query(`DELETE FROM ${table} WHERE run_id = $1`, [run.id]);
    await tx.query(
      `INSERT INTO drill_report (run_id, engine_version, log_hash, analysis, computed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (run_id) DO UPDATE SET engine_version = excluded.engine_version, log_hash = excluded.log_hash,
         analysis = excluded.analysis, computed_at = excluded.computed_at`,
      [run.id, run.engineVersion, sha256, JSON.stringify(analysis), this.clock.now()],
    );
    const { score } = analysis;
    await tx.query(METRICS, [
      run.id,
      JSON.stringify([...score.metrics, ...score.seats.flatMap(({ metrics }) => metrics)]),
    ]);
    await tx.query(OBJECTIVES, [
      run.id,
      JSON.stringify([
        ...score.objectives.map((objective) => ({ ...objective, seat: null })),
        ...score.seats.flatMap(({ seat, objectives }) =>
          objectives.map((objective) => ({ ...objective, seat })),
        ),
      ]),
    ]);
    await tx.query(HOLDERS, [run.id, score.seats.map(({ seat }) => seat)]);
  }
}

const METRICS = `
  INSERT INTO drill_metric (run_id, seat, key, part, value, unit, met, count, of)
  SELECT $1, m.seat, m.key, m.part, m.value, m.unit, m.met, m.count, m.of
  FROM jsonb_to_recordset($2::jsonb) AS m (seat text, key text, part text, value double precision, unit text, met boolean,
    count int, of int)`;

const OBJECTIVES = `
  INSERT INTO drill_objective (run_id, seat, objective, met, late, missed, suggestion, final, weak)
  SELECT $1, o.seat, o.objective, o.met, o.late, o.missed, o.suggestion, o.final, o.weak
  FROM jsonb_to_recordset($2::jsonb) AS o (seat text, objective text, met int, late int, missed int, suggestion text,
    final text, weak boolean)`;

/** Who came to a seat and kept it, and who did something in it that counted. */
const HOLDERS = `
  INSERT INTO drill_holder (run_id, seat, participant_id, person_id)
  SELECT DISTINCT p.run_id, h.seat, p.id, p.person_id
  FROM drill_participant p
  CROSS JOIN LATERAL (
    SELECT p.seat WHERE p.role = 'player' AND p.removed_at IS NULL AND p.joined_at IS NOT NULL
    UNION
    SELECT substr(l.by, 6) FROM drill_log l
    WHERE l.run_id = p.run_id AND l.participant_id = p.id AND l.refused IS NULL AND l.by LIKE 'seat:%') AS h (seat)
  WHERE p.run_id = $1 AND h.seat = ANY($2)`;
