import { Injectable } from '@nestjs/common';
import { ScenarioDocument, type MselImport, type MselMapping } from '@readyroom/contract';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { ScenarioVersions } from '../scenario-versions.js';
import { ScenarioNotFound, ScenarioVersionNotFound } from '../scenarios.errors.js';
import { saveDraft } from '../versions.repository.js';
import { MselImportsRepository } from './msel-imports.repository.js';
import {
  MselImportAlreadyCommitted,
  MselImportHasErrors,
  MselImportNotFound,
  MselImportStale,
} from './msel.errors.js';
import { planMsel } from './plan-msel.js';
import { readMsel } from './read-msel.js';
import { mselFile } from './write-msel.js';

/** The list of injects as a spreadsheet: out, and in again by way of a preview. */
@Injectable()
export class MselImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly versions: ScenarioVersions,
    private readonly repository: MselImportsRepository,
  ) {}

  async export(versionId: string): Promise<{ name: string; content: Readable }> {
    const version = await this.versions.version(versionId);
    if (!version) throw new ScenarioVersionNotFound();
    const { document, number } = version;
    return { name: `${document.slug}-v${number}-msel`, content: mselFile(document) };
  }

  /** Reads and checks every row and stores what a commit would make; changes no scenario. */
  async preview(
    actor: Actor,
    scenarioId: string,
    file: { name: string; bytes: Buffer; mapping: MselMapping },
  ): Promise<MselImport> {
    const base = await this.newest(this.database, scenarioId);
    if (!base) throw new ScenarioNotFound();
    const { document } = (await this.versions.version(base))!;
    const courses = await this.database.query<{ slug: string }>('SELECT slug FROM course');
    const table = await readMsel(file.bytes);
    const plan = planMsel(document, table, file.mapping, new Set(courses.map(({ slug }) => slug)));
    return this.repository.insert(this.database, {
      scenarioId,
      baseVersionId: base,
      report: { ...plan.report, fileName: file.name },
      document: plan.document,
      by: actor.personId,
      at: this.clock.now(),
    });
  }

  /** Makes the previewed list a new draft, unless the scenario has moved on since. */
  commit(actor: Actor, scenarioId: string, importId: string): Promise<MselImport> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM scenario WHERE id = $1 FOR UPDATE', [scenarioId]);
      const stored = await this.repository.locked(tx, scenarioId, importId);
      if (!stored) throw new MselImportNotFound();
      if (stored.status === 'committed') throw new MselImportAlreadyCommitted();
      if (stored.status === 'blocked') throw new MselImportHasErrors();
      if ((await this.newest(tx, scenarioId)) !== stored.baseVersionId) throw new MselImportStale();
      const at = this.clock.now();
      const { versionId } = await saveDraft(tx, ScenarioDocument.parse(stored.document), {
        origin: 'msel',
        at,
        by: actor.personId,
      });
      await this.repository.markCommitted(tx, importId, versionId, at);
      return (await this.repository.one(tx, importId))!;
    });
  }

  /** The version that an upload is about: the newest that is in use or waits to be. */
  private async newest(sql: Sql, scenarioId: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      `SELECT id FROM scenario_version WHERE scenario_id = $1 AND status <> 'retired' ORDER BY number DESC LIMIT 1`,
      [scenarioId],
    );
    return row?.id ?? null;
  }
}
