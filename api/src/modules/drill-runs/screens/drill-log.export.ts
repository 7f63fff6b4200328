import { Injectable } from '@nestjs/common';
import type { DrillAction, DrillLogQuery } from '@readyroom/contract';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { DrillAccess } from '../drill-access.js';
import { RoleForbids } from '../drill-run.errors.js';
import { DrillRunsReadModel } from '../drill-runs.read-model.js';
import { isOver } from '../host/drill-clock.js';
import { RunScenarios } from '../host/run-scenarios.js';
import { logSheet } from './drill-log-sheet.js';

export const DRILL_MARK = 'DRILL 演练';

interface LogRow {
  seq: number;
  at: number;
  by: string;
  participantId: string | null;
  clientId: string | null;
  action: DrillAction;
  refused: string | null;
  wall: Date;
}

/** The log of a run as a file: with the scenario's document it is all that a replay needs. */
@Injectable()
export class DrillLogExport {
  constructor(
    private readonly database: Database,
    private readonly access: DrillAccess,
    private readonly runs: DrillRunsReadModel,
    private readonly scenarios: RunScenarios,
  ) {}

  /** Who plays in a run does not read, while it goes on, what the others do. @throws DrillNotFound, RoleForbids */
  async file(
    actor: Actor,
    id: string,
    { format, locale }: z.infer<typeof DrillLogQuery>,
  ): Promise<{ name: string; content: Readable | string }> {
    const { participants, joinCode: _, ...run } = await this.runs.detail(actor, id);
    const part = await this.access.part(actor, id);
    if (part.role === 'player' && !isOver(part.run.status)) throw new RoleForbids();
    const log = await this.database.query<LogRow & { name: string | null }>(
      `SELECT l.seq, l.at, l.by, l.participant_id AS "participantId", l.client_id AS "clientId", l.action, l.refused,
         l.wall, w.name
       FROM drill_log l LEFT JOIN person w ON w.id = l.person_id WHERE l.run_id = $1 ORDER BY l.seq`,
      [id],
    );
    const day = (run.startedAt ?? run.clock.serverTime).slice(0, 10);
    const name = `${DRILL_MARK} ${run.scenario.slug} ${day}`;
    if (format !== 'json') {
      const document = await this.scenarios.document(this.database, run.scenario.versionId);
      return {
        name,
        content: logSheet(DRILL_MARK, log, document, { format, locale: locale ?? actor.locale }),
      };
    }
    const [row] = await this.database.query<{ finalHash: string | null }>(
      'SELECT final_hash AS "finalHash" FROM drill_run WHERE id = $1',
      [id],
    );
    const lines = log.map(({ name: _name, ...line }): LogRow => line);
    return {
      name,
      content: JSON.stringify(
        { mark: DRILL_MARK, run, finalHash: row!.finalHash, participants, log: lines },
        null,
        2,
      ),
    };
  }
}
