import { Injectable } from '@nestjs/common';
import type { HotWashBody, HotWashShown, MyHotWash, Text } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { DrillAccess, RunScenarios } from '../../drill-runs/index.js';
import { DrillReportClosed, DrillReportNotOver } from '../drill-report.errors.js';

/** Three short questions to everybody who took part, from the end of a run until the facilitator closes its report. */
@Injectable()
export class HotWashes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: DrillAccess,
    private readonly scenarios: RunScenarios,
  ) {}

  /** @throws DrillNotFound for those who did not take part */
  async mine(actor: Actor, runId: string): Promise<MyHotWash> {
    const { participantId, run } = await this.access.participant(actor, runId);
    const [row] = await this.database.query<{
      title: string | null;
      closed: boolean;
      answer: MyHotWash['answer'];
    }>(
      `SELECT r.title, EXISTS (SELECT 1 FROM drill_report_closing c WHERE c.run_id = r.id) AS closed,
         (SELECT json_build_object('kept', h.kept, 'missed', h.missed, 'change', h.change,
            'confidenceBefore', h.confidence_before, 'confidenceAfter', h.confidence_after, 'showName', h.show_name,
            'updatedAt', to_char(h.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM hot_wash h WHERE h.participant_id = $2) AS answer
       FROM drill_run r WHERE r.id = $1`,
      [runId, participantId],
    );
    const document = await this.scenarios.document(this.database, run.scenarioVersionId);
    const title: Text = row!.title === null ? document.title : { zh: row!.title, en: row!.title };
    return { title, open: isOver(run.status) && !row!.closed, answer: row!.answer };
  }

  /** Once a participant; later answers replace it. @throws DrillNotFound, DrillReportNotOver, DrillReportClosed */
  async answer(actor: Actor, runId: string, body: HotWashBody): Promise<MyHotWash> {
    const { participantId, run } = await this.access.participant(actor, runId);
    if (!isOver(run.status)) throw new DrillReportNotOver();
    await this.database.transaction(async (tx) => {
      // Closing takes the same lock, so that no answer slips in behind it.
      await tx.query('SELECT 1 FROM drill_run WHERE id = $1 FOR UPDATE', [runId]);
      const closed = await tx.query('SELECT 1 FROM drill_report_closing WHERE run_id = $1', [runId]);
      if (closed.length > 0) throw new DrillReportClosed();
      await tx.query(
        `INSERT INTO hot_wash (participant_id, run_id, kept, missed, change, confidence_before, confidence_after,
           show_name, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (participant_id) DO UPDATE SET kept = excluded.kept, missed = excluded.missed,
           change = excluded.change, confidence_before = excluded.confidence_before,
           confidence_after = excluded.confidence_after, show_name = excluded.show_name,
           updated_at = excluded.updated_at`,
        [
          participantId,
          runId,
          body.kept,
          body.missed,
          body.change,
          body.confidenceBefore,
          body.confidenceAfter,
          body.showName,
          this.clock.now(),
        ],
      );
    });
    return this.mine(actor, runId);
  }

  /** Closes the report to further answers; closing again changes nothing. The caller has checked the right to. */
  async close(actor: Actor, runId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM drill_run WHERE id = $1 FOR UPDATE', [runId]);
      await tx.query(
        'INSERT INTO drill_report_closing (run_id, closed_by, closed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [runId, actor.personId, this.clock.now()],
      );
    });
  }

  /** As the report shows them: in no order that would tell who wrote them, unless they let themselves be named. */
  async shown(sql: Sql, runId: string): Promise<HotWashShown[]> {
    return sql.query<HotWashShown>(
      `SELECT h.kept, h.missed, h.change, h.confidence_before AS "confidenceBefore",
         h.confidence_after AS "confidenceAfter", CASE WHEN h.show_name THEN w.name END AS name
       FROM hot_wash h JOIN drill_participant p ON p.id = h.participant_id JOIN person w ON w.id = p.person_id
       WHERE h.run_id = $1 ORDER BY md5(h.participant_id::text)`,
      [runId],
    );
  }
}

const isOver = (status: string): boolean => status === 'ended' || status === 'stopped';
