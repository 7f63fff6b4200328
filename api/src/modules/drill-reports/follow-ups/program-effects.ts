import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { CertificationExceptions, Certifications } from '../../certification/index.js';
import { RunScenarios } from '../../drill-runs/index.js';
import type { Analysed } from '../analysis/analyses.js';

/** What an ended run means for programs: it may be what they ask for, and what was weak asks for the refresher early. */
@Injectable()
export class ProgramEffects {
  constructor(
    private readonly database: Database,
    private readonly scenarios: RunScenarios,
    private readonly certifications: Certifications,
    private readonly exceptions: CertificationExceptions,
  ) {}

  /** Repeating it changes nothing. */
  async follow({ run }: Analysed): Promise<void> {
    const { title } = await this.scenarios.document(this.database, run.scenarioVersionId);
    await this.database.transaction(async (tx) => {
      const holders = await tx.query<{ personId: string; weak: boolean }>(
        `SELECT h.person_id AS "personId", coalesce(bool_or(o.weak), false) AS weak
         FROM drill_holder h LEFT JOIN drill_objective o ON o.run_id = h.run_id AND o.seat = h.seat
         WHERE h.run_id = $1 GROUP BY 1 ORDER BY 1`,
        [run.id],
      );
      await this.certifications.advanceDone(
        tx,
        holders.map(({ personId }) => personId),
      );
      await this.exceptions.pullForward(
        tx,
        holders.flatMap(({ personId, weak }) => (weak ? personId : [])),
        { zh: `演练“${title.zh}”中有目标表现偏弱`, en: `An objective was weak in the drill “${title.en}”` },
      );
    });
  }
}
