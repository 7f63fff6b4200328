import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EvidenceExportQuery } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { openSnapshot, rowsOf, type Snapshot } from '../../platform/database/snapshot.js';
import { inScope } from '../standings/index.js';
import {
  anchorLine,
  endLine,
  entryLine,
  headerLine,
  nameLine,
  type About,
  type Header,
} from './chain/lines.js';
import { MerkleTree } from './chain/merkle.js';
import {
  ANCHOR_COLUMNS,
  ENTRY_COLUMNS,
  toAnchor,
  toEntry,
  type AnchorRow,
  type EntryRow,
} from './entry-row.js';
import { EvidenceChain } from './evidence-chain.js';
import { ChainOutOfScope, PersonUnknown, ProgramUnknown } from './evidence.errors.js';

const FETCH = 1_000;
const SORT_MEMORY = '32MB';

interface Asked {
  about: About;
  subject: string | null;
  scope: string | null;
}

/**
 * What an auditor takes away: entries, and all that is needed to check them alone. It is written while it is sent, from
 * one snapshot; what was handed out is kept with the digest that its last line carries.
 */
@Injectable()
export class EvidenceBundle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly chain: EvidenceChain,
  ) {}

  /** @throws PersonUnknown, ProgramUnknown, ChainOutOfScope */
  async stream(
    actor: Actor,
    query: z.infer<typeof EvidenceExportQuery>,
  ): Promise<{ content: Readable; about: About }> {
    const asked = await this.asked(actor, query);
    await this.chain.anchorAll();
    const snapshot = await openSnapshot(this.database, SORT_MEMORY);
    try {
      const header = await this.header(snapshot, asked);
      const content = Readable.from(this.lines(snapshot, asked, header, actor.personId), {
        objectMode: false,
      });
      return { content, about: asked.about };
    } catch (error) {
      snapshot.abandon();
      throw error;
    }
  }

  private async asked(
    actor: Actor,
    { personId, programId }: z.infer<typeof EvidenceExportQuery>,
  ): Promise<Asked> {
    const scope = actor.scopeDepartmentId;
    if (personId) {
      const [person] = await this.database.query(
        `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND ${inScope('d', '$2')}`,
        [personId, scope],
      );
      if (!person) throw new PersonUnknown();
      return { about: 'person', subject: personId, scope: null };
    }
    if (programId) {
      const [program] = await this.database.query('SELECT 1 FROM program WHERE id = $1', [programId]);
      if (!program) throw new ProgramUnknown();
      return { about: 'program', subject: programId, scope };
    }
    if (scope) throw new ChainOutOfScope();
    return { about: 'everything', subject: null, scope: null };
  }

  private async header(snapshot: Snapshot, asked: Asked): Promise<Header> {
    const sql = on(snapshot);
    const { text, values } = chosen(asked);
    const [counts] = await sql.query<{
      entries: number;
      names: number;
      anchors: number;
      organisation: string;
    }>(
      `WITH chosen AS (${text})
       SELECT (SELECT count(*) FROM chosen) AS entries, (SELECT count(*) FROM (${NAMED}) n) AS names,
              (SELECT count(*) FROM evidence_anchor) AS anchors, (SELECT name FROM organisation) AS organisation`,
      values,
    );
    const { about, subject } = asked;
    return { about, subject, madeAt: this.clock.now().toISOString(), ...counts! };
  }

  private async *lines(
    snapshot: Snapshot,
    asked: Asked,
    header: Header,
    madeBy: string,
  ): AsyncGenerator<Buffer> {
    const whole = createHash('sha256');
    let lines = 0;
    const written = (line: string): Buffer => {
      const bytes = Buffer.from(line);
      whole.update(bytes);
      lines++;
      return bytes;
    };
    try {
      const sql = on(snapshot);
      yield written(headerLine(header));
      const anchors = await sql.query<AnchorRow>(
        `SELECT ${ANCHOR_COLUMNS} FROM evidence_anchor ORDER BY number`,
      );
      for (const anchor of anchors) yield written(anchorLine(toAnchor(anchor)));
      const { text, values } = chosen(asked);
      const proofs = asked.about === 'everything' ? null : new Proofs(sql, anchors);
      const entries = rowsOf<EntryRow & { seq: number; previous: string }>(snapshot, {
        text: `WITH chosen AS (${text})
          SELECT ${ENTRY_COLUMNS}, e.seq, encode(e.previous, 'hex') AS previous, encode(e.hash, 'hex') AS hash
          FROM chosen c JOIN evidence_entry e ON e.id = c.id ORDER BY e.seq`,
        values,
        atOnce: FETCH,
      });
      for await (const row of entries) {
        const proof = proofs && (await proofs.of(row.seq));
        yield written(entryLine(toEntry(row, row.seq, row.previous), proof));
      }
      const names = await sql.query<{ id: string; name: string; employeeNo: string }>(
        `WITH chosen AS (${text}) SELECT p.id, p.name, p.employee_no AS "employeeNo" FROM (${NAMED}) n
         JOIN person p ON p.id = n.id ORDER BY p.id::text COLLATE "C"`,
        values,
      );
      for (const { id, name, employeeNo } of names) yield written(nameLine({ id, name, employeeNo }));
      await snapshot.close();
      const digest = whole.digest('hex');
      await this.database.query(
        `INSERT INTO evidence_bundle (made_by, made_at, about, subject_id, entries, digest) VALUES ($1, $2, $3, $4, $5, $6)`,
        [madeBy, header.madeAt, asked.about, asked.subject, header.entries, digest],
      );
      yield Buffer.from(endLine(lines + 1, digest));
    } finally {
      snapshot.abandon();
    }
  }
}

/** Trees of the anchors, worked out when the first entry of each comes by; entries come in order. */
class Proofs {
  private at = 0;
  private tree: MerkleTree | null = null;

  constructor(
    private readonly sql: Pick<Sql, 'query'>,
    private readonly anchors: readonly AnchorRow[],
  ) {}

  async of(seq: number): Promise<string[]> {
    while (this.anchors[this.at]!.lastSeq < seq) {
      this.at++;
      this.tree = null;
    }
    const { firstSeq, lastSeq } = this.anchors[this.at]!;
    if (!this.tree) {
      const leaves = await this.sql.query<{ hash: string }>(
        `SELECT encode(hash, 'hex') AS hash FROM evidence_entry WHERE seq BETWEEN $1 AND $2 ORDER BY seq`,
        [firstSeq, lastSeq],
      );
      this.tree = new MerkleTree(leaves.map(({ hash }) => hash));
    }
    return this.tree.proof(seq - firstSeq);
  }
}

const on = (snapshot: Snapshot): Pick<Sql, 'query'> => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await snapshot.client.query(text, values as unknown[])).rows as Row[],
});

/** Whoever an entry names: the person it is about, and who decided. */
const NAMED = `SELECT p.id FROM person p JOIN (
    SELECT e.person_id AS id FROM chosen c JOIN evidence_entry e ON e.id = c.id
    UNION SELECT (e.payload->>'by')::uuid FROM chosen c JOIN evidence_entry e ON e.id = c.id) n ON n.id = p.id`;

/** A person: theirs, and the rules that assigned them something. A program: its own, and what its people did in its courses. */
function chosen({ about, subject, scope }: Asked): { text: string; values: unknown[] } {
  if (about === 'everything')
    return { text: 'SELECT id FROM evidence_entry WHERE seq IS NOT NULL', values: [] };
  if (about === 'person')
    return {
      text: `SELECT id FROM evidence_entry WHERE person_id = $1 AND seq IS NOT NULL
        UNION SELECT id FROM evidence_entry WHERE seq IS NOT NULL AND person_id IS NULL
          AND rule_id IN (SELECT rule_id FROM evidence_entry WHERE person_id = $1)`,
      values: [subject],
    };
  return {
    text: `SELECT e.id FROM (
        SELECT id, person_id FROM evidence_entry WHERE program_id = $1 AND seq IS NOT NULL
        UNION SELECT o.id, o.person_id FROM evidence_entry o
        WHERE o.seq IS NOT NULL AND o.kind IN ('attempt.finished', 'course.completed')
          AND o.course_id IN (SELECT course_id FROM program_course WHERE program_id = $1)
          AND o.person_id IN (SELECT person_id FROM evidence_entry WHERE program_id = $1)) e
      LEFT JOIN person p ON p.id = e.person_id LEFT JOIN department d ON d.id = p.department_id
      WHERE e.person_id IS NULL OR ${inScope('d', '$2')}`,
    values: [subject, scope],
  };
}
