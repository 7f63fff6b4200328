import { Injectable } from '@nestjs/common';
import type { MselImport, ScenarioDocument } from '@readyroom/contract';
import type { Sql } from '../../../platform/database/database.js';
import type { MselReport } from './plan-msel.js';

interface Row {
  id: string;
  scenarioId: string;
  status: MselImport['status'];
  report: MselReport & { fileName: string };
  baseVersion: { id: string; number: number };
  version: { id: string; number: number } | null;
  createdBy: { id: string; name: string };
  createdAt: Date;
  committedAt: Date | null;
}
export interface StoredMselImport {
  status: MselImport['status'];
  baseVersionId: string;
  document: unknown;
}

/** Uploaded lists. What a commit would make is kept until it is made. */
@Injectable()
export class MselImportsRepository {
  async insert(
    sql: Sql,
    made: {
      scenarioId: string;
      baseVersionId: string;
      report: Row['report'];
      document: ScenarioDocument | null;
      by: string;
      at: Date;
    },
  ): Promise<MselImport> {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO msel_import (scenario_id, base_version_id, status, report, document, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        made.scenarioId,
        made.baseVersionId,
        made.document ? 'ready' : 'blocked',
        JSON.stringify(made.report),
        made.document && JSON.stringify(made.document),
        made.by,
        made.at,
      ],
    );
    return (await this.one(sql, row!.id))!;
  }

  async one(sql: Sql, id: string): Promise<MselImport | null> {
    const [row] = await sql.query<Row>(
      `SELECT i.id, i.scenario_id AS "scenarioId", i.status, i.report, i.created_at AS "createdAt",
         i.committed_at AS "committedAt", json_build_object('id', b.id, 'number', b.number) AS "baseVersion",
         CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'number', v.number) END AS version,
         json_build_object('id', p.id, 'name', p.name) AS "createdBy"
       FROM msel_import i JOIN scenario_version b ON b.id = i.base_version_id JOIN person p ON p.id = i.created_by
         LEFT JOIN scenario_version v ON v.id = i.version_id
       WHERE i.id = $1`,
      [id],
    );
    if (!row) return null;
    const { report, createdAt, committedAt, ...rest } = row;
    return {
      ...report,
      ...rest,
      createdAt: createdAt.toISOString(),
      committedAt: committedAt?.toISOString() ?? null,
    };
  }

  /** For committing: nobody else does at the same time. */
  async locked(sql: Sql, scenarioId: string, id: string): Promise<StoredMselImport | null> {
    const [row] = await sql.query<StoredMselImport>(
      `SELECT status, base_version_id AS "baseVersionId", document FROM msel_import
       WHERE id = $1 AND scenario_id = $2 FOR UPDATE`,
      [id, scenarioId],
    );
    return row ?? null;
  }

  async markCommitted(sql: Sql, id: string, versionId: string, at: Date): Promise<void> {
    await sql.query(
      `UPDATE msel_import SET status = 'committed', committed_at = $2, version_id = $3, document = NULL WHERE id = $1`,
      [id, at, versionId],
    );
  }
}
