import { Injectable } from '@nestjs/common';
import type { ImportErrorsQuery, PeopleImport, PeopleImportsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Sessions } from '../auth/index.js';
import { reportOf } from './import-report.js';
import { ImportsRepository, type RefusedRow } from './imports.repository.js';
import {
  PeopleImportAlreadyCommitted,
  PeopleImportHasErrors,
  PeopleImportNotFound,
  PeopleImportStale,
  PeopleImportUnreadable,
} from './people-import.errors.js';
import { readRosterFile } from './read-roster-file.js';
import { readRoster, type RowError } from './read-roster.js';
import { planRoster } from './roster-plan.js';
import { RosterWriter } from './roster-writer.js';
import { StaffReadModel } from './staff.read-model.js';

const KEEP_MS = 30 * 86_400_000;

/** Rosters: upload and preview, then commit as a whole or not at all. */
@Injectable()
export class PeopleImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly staff: StaffReadModel,
    private readonly writer: RosterWriter,
    private readonly sessions: Sessions,
  ) {}

  /** Reads and checks every row and stores what a commit would do; changes nobody. */
  async preview(actor: Actor, fileName: string, bytes: Buffer): Promise<PeopleImport> {
    const file = await readRosterFile(bytes);
    const roster = await readRoster(file.table);
    if (roster.entries.length === 0) throw new PeopleImportUnreadable('It has a header, but no rows');
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await this.repository.deleteUncommitted(tx, new Date(now.getTime() - KEEP_MS));
      const plan = await planRoster(roster, await this.staff.snapshot(tx, actor.scopeDepartmentId, roster));
      const report = reportOf(fileName, file, plan, roster.ignoredColumns);
      const id = await this.repository.insert(tx, actor, { report, plan, table: file.table, now });
      return (await this.repository.one(tx, actor, id))!;
    });
  }

  /** Carries out the plan that was previewed, or refuses when it would be another one by now. */
  async commit(actor: Actor, id: string): Promise<PeopleImport> {
    const committed = await this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const stored = await this.repository.stored(tx, actor, id, { lock: true });
      if (!stored) throw new PeopleImportNotFound();
      if (stored.status === 'committed') throw new PeopleImportAlreadyCommitted();
      if (stored.status === 'blocked') throw new PeopleImportHasErrors();
      const roster = await readRoster(await this.repository.table(tx, id, stored.header));
      const plan = await planRoster(roster, await this.staff.snapshot(tx, actor.scopeDepartmentId, roster));
      if (plan.fingerprint !== stored.fingerprint) throw new PeopleImportStale();
      await this.writer.write(tx, plan);
      await this.repository.markCommitted(tx, id, this.clock.now());
      return (await this.repository.one(tx, actor, id))!;
    });
    this.sessions.forget();
    this.jobs.nudge();
    return committed;
  }

  async get(actor: Actor, id: string): Promise<PeopleImport> {
    const found = await this.repository.one(this.database, actor, id);
    if (!found) throw new PeopleImportNotFound();
    return found;
  }

  async list(actor: Actor, { page, perPage, order }: z.infer<typeof PeopleImportsQuery>) {
    return this.repository.list(this.database, actor, {
      limit: perPage,
      offset: (page - 1) * perPage,
      order,
    });
  }

  async errors(
    actor: Actor,
    id: string,
    query: z.infer<typeof ImportErrorsQuery>,
  ): Promise<{ items: RowError[]; total: number }> {
    const { page, perPage, order } = query;
    const { status, errorCount } = await this.get(actor, id);
    const rows = await this.repository.errors(this.database, id, {
      limit: perPage,
      offset: (page - 1) * perPage,
      order,
    });
    return { items: rows.map((row) => row.error), total: status === 'blocked' ? errorCount : 0 };
  }

  /** All refused rows with the header of their file. */
  async refusedRows(
    actor: Actor,
    id: string,
  ): Promise<{ header: readonly string[]; rows: readonly RefusedRow[] }> {
    const stored = await this.repository.stored(this.database, actor, id);
    if (!stored) throw new PeopleImportNotFound();
    const rows = await this.repository.errors(this.database, id, { limit: null, offset: 0, order: 'asc' });
    return { header: stored.header, rows };
  }
}
