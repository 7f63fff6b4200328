import { Injectable } from '@nestjs/common';
import type { Program, ProgramDetail, ProgramList, ProgramsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { Database, type Sql } from '../../platform/database/database.js';
import { ProgramNotFound } from './programs.errors.js';

interface Row extends Omit<Program, 'archivedAt'> {
  archivedAt: Date | null;
}
interface VersionRow {
  id: string;
  number: number;
  publishedAt: Date;
  publishedBy: { id: string; name: string } | null;
}

/** Programs as the console shows them. They belong to the whole organisation; the people in them are counted elsewhere. */
@Injectable()
export class ProgramsReadModel {
  constructor(private readonly database: Database) {}

  async list(query: z.infer<typeof ProgramsQuery>): Promise<z.infer<typeof ProgramList>> {
    const where = `($1::boolean IS NULL OR (g.archived_at IS NOT NULL) = $1)
      AND ($2::text IS NULL OR g.slug ILIKE '%' || $2 || '%' OR v.document->>'title' ILIKE '%' || $2 || '%')`;
    const values = [
      query.archived === undefined ? null : query.archived === 'true',
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM program g JOIN program_version v ON v.id = g.version_id WHERE ${where}`,
      values,
    );
    const rows = await this.database.query<Row>(
      `${PROGRAM} WHERE ${where} ORDER BY g.slug ${query.order} LIMIT $3 OFFSET $4`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map(toProgram), total: count!.total };
  }

  /** @throws ProgramNotFound */
  async get(sql: Sql, id: string): Promise<z.infer<typeof ProgramDetail>> {
    const [row] = await sql.query<Row>(`${PROGRAM} WHERE g.id = $1`, [id]);
    if (!row) throw new ProgramNotFound();
    const versions = await sql.query<VersionRow>(
      `SELECT v.id, v.number, v.published_at AS "publishedAt",
              CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS "publishedBy"
       FROM program_version v LEFT JOIN person p ON p.id = v.published_by WHERE v.program_id = $1 ORDER BY v.number DESC`,
      [id],
    );
    return {
      ...toProgram(row),
      versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
    };
  }
}

const toProgram = (row: Row): Program => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null });

const PROGRAM = `
  SELECT g.id, g.slug, v.document, json_build_object('id', v.id, 'number', v.number) AS version, g.archived_at AS "archivedAt",
    (SELECT coalesce(sum(people), 0) FROM program_standing_count c WHERE c.program_id = g.id) AS people,
    (SELECT count(*) FROM audience_rule r WHERE r.program_id = g.id AND r.withdrawn_at IS NULL) AS rules
  FROM program g JOIN program_version v ON v.id = g.version_id`;
