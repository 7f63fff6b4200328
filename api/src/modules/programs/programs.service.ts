import { Injectable } from '@nestjs/common';
import type {
  CheckProgramBody,
  CreateProgramBody,
  ProgramCheck,
  ProgramDetail,
  ProgramDocument,
  PublishProgramBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { Reconciliation } from '../audience-rules/index.js';
import { contentHash } from '../content/index.js';
import { organisationDay, programStatus } from '../standings/index.js';
import { checkProgram, type ProgramFault } from './check-program.js';
import { coursesOf } from './program-courses.js';
import {
  EditedMeanwhile,
  ProgramArchived,
  ProgramNotFound,
  ProgramUnsound,
  SlugTaken,
} from './programs.errors.js';
import { ProgramsReadModel } from './programs.read-model.js';

/** Making programs and publishing their versions. An open period follows the newest version, a completed one keeps its own. */
@Injectable()
export class Programs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramsReadModel,
    private readonly reconciliation: Reconciliation,
  ) {}

  /** @throws SlugTaken, ProgramUnsound */
  async create(
    actor: Actor,
    { slug, document }: z.infer<typeof CreateProgramBody>,
  ): Promise<z.infer<typeof ProgramDetail>> {
    return this.database.transaction(async (tx) => {
      await this.check(tx, document);
      const [made] = await tx.query<{ id: string }>(
        'INSERT INTO program (slug, created_at) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING RETURNING id',
        [slug, this.clock.now()],
      );
      if (!made) throw new SlugTaken();
      await this.write(tx, made.id, 1, document, actor.personId);
      return this.programs.get(tx, made.id);
    });
  }

  /** What is wrong with a draft, and how many people its publication would concern. Changes nothing. */
  async checkDraft({
    document,
    programId,
  }: z.infer<typeof CheckProgramBody>): Promise<z.infer<typeof ProgramCheck>> {
    const { today } = await organisationDay(this.database, this.clock);
    const [people] = await this.database.query<{ follows: number; keeps: number }>(
      `SELECT count(*) FILTER (WHERE NOT certified) AS follows, count(*) FILTER (WHERE certified) AS keeps
       FROM (SELECT ${programStatus('s', '$2')} IN ('compliant', 'expiring_soon') AS certified
             FROM program_standing s WHERE s.program_id = $1 AND s.counted) one`,
      [programId, today],
    );
    return { faults: await this.faultsOf(this.database, document), ...people! };
  }

  /** Publishing what is published already changes nothing. @throws ProgramNotFound, ProgramArchived, EditedMeanwhile, ProgramUnsound */
  async publish(
    actor: Actor,
    id: string,
    { document, basedOn }: z.infer<typeof PublishProgramBody>,
  ): Promise<z.infer<typeof ProgramDetail>> {
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const current = await this.hold(tx, id);
      if (current.archived) throw new ProgramArchived();
      if (current.versionId !== basedOn) throw new EditedMeanwhile();
      await this.check(tx, document);
      if (current.hash !== contentHash(document)) {
        await this.write(tx, id, current.number + 1, document, actor.personId);
        await this.reconciliation.promiseProgram(tx, id);
      }
      return this.programs.get(tx, id);
    });
  }

  /**
   * From the shipped content: makes it, or publishes a new version of it when it has changed. Answers what became of it;
   * a program one of whose courses has no published version yet waits for the next load.
   */
  async load(
    tx: Tx,
    id: string,
    slug: string,
    document: ProgramDocument,
  ): Promise<'published' | 'unchanged' | 'waits_for_courses'> {
    await takeTurn(tx, 'staff');
    const faults = await this.faultsOf(tx, document);
    if (faults.some(({ fault }) => fault !== 'unknown_course')) throw new ProgramUnsound(faults);
    if (faults.length > 0) return 'waits_for_courses';
    // The folder says what its programs are called; what else has that short name keeps everything but the name.
    await tx.query(
      `UPDATE program SET slug = left(slug, 47) || '-' || right(id::text, 12) WHERE slug = $2 AND id <> $1`,
      [id, slug],
    );
    await tx.query(
      `INSERT INTO program AS g (id, slug, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET slug = excluded.slug WHERE g.slug <> excluded.slug`,
      [id, slug, this.clock.now()],
    );
    const shipped = await tx.query<{ hash: string }>(
      'SELECT hash FROM program_version WHERE program_id = $1 AND published_by IS NULL ORDER BY number DESC LIMIT 1',
      [id],
    );
    // What the company has changed stays theirs until the shipped program itself changes.
    if (shipped[0]?.hash === contentHash(document)) return 'unchanged';
    const [{ last }] = (await tx.query<{ last: number }>(
      'SELECT coalesce(max(number), 0) AS last FROM program_version WHERE program_id = $1',
      [id],
    )) as [{ last: number }];
    await this.write(tx, id, last + 1, document, null);
    await this.reconciliation.promiseProgram(tx, id);
    return 'published';
  }

  /** An archived program is assigned to nobody new; who is in it stays in it. Repeating it changes nothing. */
  async archive(id: string, archived: boolean): Promise<z.infer<typeof ProgramDetail>> {
    return this.database.transaction(async (tx) => {
      await this.hold(tx, id);
      await tx.query(
        'UPDATE program SET archived_at = CASE WHEN $2 THEN coalesce(archived_at, $3) END WHERE id = $1',
        [id, archived, this.clock.now()],
      );
      // Whoever came into an audience while it was archived has it from now on.
      if (!archived) await this.reconciliation.promise(tx, null);
      return this.programs.get(tx, id);
    });
  }

  private async hold(tx: Tx, id: string) {
    const [row] = await tx.query<{ versionId: string; number: number; hash: string; archived: boolean }>(
      `SELECT v.id AS "versionId", v.number, v.hash, g.archived_at IS NOT NULL AS archived
       FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = $1 FOR NO KEY UPDATE OF g`,
      [id],
    );
    if (!row) throw new ProgramNotFound();
    return row;
  }

  private async check(tx: Tx, document: ProgramDocument): Promise<void> {
    const faults = await this.faultsOf(tx, document);
    if (faults.length > 0) throw new ProgramUnsound(faults);
  }

  private async faultsOf(tx: Sql, document: ProgramDocument): Promise<ProgramFault[]> {
    const courses = await tx.query<{ id: string }>(
      'SELECT id FROM course WHERE published_version_id IS NOT NULL',
    );
    return checkProgram(document, new Set(courses.map(({ id }) => id)));
  }

  private async write(
    tx: Tx,
    id: string,
    number: number,
    document: ProgramDocument,
    by: string | null,
  ): Promise<void> {
    const [version] = await tx.query<{ id: string }>(
      `INSERT INTO program_version (program_id, number, document, hash, published_at, published_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [id, number, JSON.stringify(document), contentHash(document), this.clock.now(), by],
    );
    await tx.query('UPDATE program SET version_id = $2 WHERE id = $1', [id, version!.id]);
    await tx.query('DELETE FROM program_course WHERE program_id = $1', [id]);
    await tx.query(
      `INSERT INTO program_course (program_id, course_id, path, required)
       SELECT $1, c.course_id, c.path, c.required
       FROM jsonb_to_recordset($2::jsonb) AS c(course_id uuid, path text, required boolean)`,
      [
        id,
        JSON.stringify(
          coursesOf(document).map(({ courseId, ...rest }) => ({ course_id: courseId, ...rest })),
        ),
      ],
    );
  }
}
