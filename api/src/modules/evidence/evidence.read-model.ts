import { Injectable } from '@nestjs/common';
import type {
  EvidenceAnchorList,
  EvidenceAnchorsQuery,
  EvidenceList,
  EvidenceQuery,
  EvidenceState,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { ANCHOR_COLUMNS, type AnchorRow } from './entry-row.js';

type Item = z.infer<typeof EvidenceList>['items'][number];
type Row = Omit<Item, 'happenedAt' | 'recordedAt'> & { happenedAt: Date; recordedAt: Date };

/** Reads evidence for screens. Who is limited to a sub-tree sees the entries of its people. */
@Injectable()
export class EvidenceReadModel {
  constructor(private readonly database: Database) {}

  async state(): Promise<EvidenceState> {
    const [row] = await this.database.query<
      Omit<EvidenceState, 'anchor' | 'lastRecordedAt' | 'entries'> & { lastRecordedAt: Date | null }
    >(
      `SELECT (SELECT count(*) FROM evidence_entry WHERE seq IS NULL) AS waiting, coalesce(e.seq, 0) AS "lastSeq",
         encode(e.hash, 'hex') AS "lastHash", e.recorded_at AS "lastRecordedAt", (SELECT count(*) FROM evidence_bundle) AS bundles
       FROM (SELECT 1) one LEFT JOIN LATERAL (
         SELECT seq, hash, recorded_at FROM evidence_entry WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1) e ON true`,
    );
    const { items } = await this.anchors({ page: 1, perPage: 1, order: 'desc', sort: 'number' });
    return {
      ...row!,
      // Without gaps, the last number is how many there are.
      entries: row!.lastSeq,
      lastRecordedAt: row!.lastRecordedAt?.toISOString() ?? null,
      anchor: items[0] ?? null,
    };
  }

  async anchors(query: z.infer<typeof EvidenceAnchorsQuery>): Promise<z.infer<typeof EvidenceAnchorList>> {
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*) AS total FROM evidence_anchor',
    );
    const rows = await this.database.query<AnchorRow>(
      `SELECT ${ANCHOR_COLUMNS} FROM evidence_anchor ORDER BY number ${query.order} LIMIT $1 OFFSET $2`,
      [query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() })), total: count!.total };
  }

  async list(query: z.infer<typeof EvidenceQuery>, scope: Scope): Promise<z.infer<typeof EvidenceList>> {
    const values = [
      scope,
      query.personId ?? null,
      query.programId ?? null,
      query.kind?.length ? query.kind : null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM evidence_entry e ${WHERE}`,
      values,
    );
    const rows = await this.database.query<Row>(
      `WITH page AS (SELECT e.* FROM evidence_entry e ${WHERE} ORDER BY e.id ${query.order} LIMIT $5 OFFSET $6)
       SELECT e.id, e.seq, e.kind, e.happened_at AS "happenedAt", e.recorded_at AS "recordedAt", e.payload,
         encode(e.hash, 'hex') AS hash,
         CASE WHEN e.person_id IS NOT NULL THEN json_build_object('id', e.person_id, 'name', coalesce(p.name, ''), 'employeeNo', coalesce(p.employee_no, '')) END AS person,
         CASE WHEN pv.id IS NOT NULL THEN json_build_object('id', e.program_id, 'title', pv.document->'title') END AS program,
         CASE WHEN cv.id IS NOT NULL THEN json_build_object('id', e.course_id, 'title', cv.title) END AS course,
         CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS rule
       FROM page e LEFT JOIN person p ON p.id = e.person_id
       LEFT JOIN program g ON g.id = e.program_id LEFT JOIN program_version pv ON pv.id = g.version_id
       LEFT JOIN course c ON c.id = e.course_id LEFT JOIN course_version cv ON cv.id = c.published_version_id
       LEFT JOIN audience_rule r ON r.id = e.rule_id
       ORDER BY e.id ${query.order}`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    const items = rows.map((row) => ({
      ...row,
      happenedAt: row.happenedAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    }));
    return { items, total: count!.total };
  }
}

const WHERE = `WHERE ($1::uuid IS NULL OR EXISTS (
    SELECT 1 FROM person s JOIN department d ON d.id = s.department_id WHERE s.id = e.person_id AND ${inScope('d', '$1')}))
  AND ($2::uuid IS NULL OR e.person_id = $2) AND ($3::uuid IS NULL OR e.program_id = $3)
  AND ($4::text[] IS NULL OR e.kind = ANY($4))`;
