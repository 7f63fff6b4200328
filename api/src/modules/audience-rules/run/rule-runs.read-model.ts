import { Injectable } from '@nestjs/common';
import type { RuleRun, RuleRunList } from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../../platform/database/database.js';
import { RuleRunNotFound } from '../audience-rules.errors.js';

interface Row extends Omit<RuleRun, 'createdAt' | 'startedAt' | 'finishedAt'> {
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}
const KEPT = 20;

/** How far evaluations are. They are of the whole organisation, and tell how many, never who. */
@Injectable()
export class RuleRunsReadModel {
  constructor(private readonly database: Database) {}

  /** The latest ones, newest first. */
  async list(): Promise<z.infer<typeof RuleRunList>> {
    const rows = await this.database.query<Row>(`${RUN} ORDER BY r.created_at DESC, r.id DESC LIMIT ${KEPT}`);
    return { items: rows.map(toRun), total: rows.length };
  }

  /** @throws RuleRunNotFound */
  async get(id: string): Promise<RuleRun> {
    const [row] = await this.database.query<Row>(`${RUN} WHERE r.id = $1`, [id]);
    if (!row) throw new RuleRunNotFound();
    return toRun(row);
  }
}

const toRun = (row: Row): RuleRun => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

const RUN = `
  SELECT r.id, r.done, r.people AS "of", r.changed, r.failures, r.error, r.created_at AS "createdAt", r.started_at AS "startedAt",
    coalesce(r.finished_at, r.failed_at) AS "finishedAt", json_build_object('id', p.id, 'name', p.name) AS "startedBy",
    CASE WHEN r.finished_at IS NOT NULL THEN 'done' WHEN r.failed_at IS NOT NULL THEN 'failed'
         WHEN r.started_at IS NOT NULL THEN 'running' ELSE 'waiting' END AS state
  FROM rule_run r JOIN person p ON p.id = r.started_by`;
