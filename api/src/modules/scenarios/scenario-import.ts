import { Injectable } from '@nestjs/common';
import type { ScenarioDocument } from '@readyroom/contract';
import { join } from 'node:path';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { ContentError, readFolder, type ImportReport, type PublishMode } from '../content/index.js';
import { checkEverything } from './check/check-scenarios.js';
import { publishScenarioVersion, saveDraft } from './versions.repository.js';

interface ScenarioReport {
  slug: string;
  /** Of the version that the folder now is. */
  number: number;
  outcome: 'unchanged' | 'drafted' | 'published' | 'draft_dropped';
}
export interface ScenarioImportReport {
  scenarios: ScenarioReport[];
  /** For people: what changed, in a few words; empty when nothing did. */
  summary: string;
}

/** Loads the scenarios of a content folder into the database. Repeating it changes nothing. */
@Injectable()
export class ScenarioImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Checks the folder and imports its scenarios in one transaction. Throws ContentError when the check finds a problem. */
  async load(folder: string, options: { publish: PublishMode }): Promise<ScenarioImportReport> {
    const documents = await this.read(folder);
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'scenarioContent');
      const [{ any }] = (await tx.query<{ any: boolean }>(
        'SELECT EXISTS (SELECT 1 FROM scenario_version) AS any',
      )) as [{ any: boolean }];
      const publish = options.publish === 'all' || (options.publish === 'first' && !any);
      const renamed = await this.makeWay(tx, documents);
      const scenarios: ScenarioReport[] = [];
      for (const document of documents) scenarios.push(await this.import(tx, document, publish));
      return { scenarios, summary: summarise(scenarios, renamed) };
    });
  }

  private async read(folder: string): Promise<ScenarioDocument[]> {
    const { scenarios } = checkEverything(await readFolder(folder));
    if (scenarios.scenarios) return scenarios.scenarios;
    const { problems } = scenarios;
    const [first] = problems;
    throw new ContentError(
      `The scenarios in ${folder} have ${problems.length} problems, first ${join(folder, first!.file)}:${first!.line}: ${first!.message}. Run npm run content:check.`,
    );
  }

  /**
   * The folder says what its scenarios are called. Whatever else has one of these short names, such as a scenario that
   * came in a pack, keeps its versions and runs and gets another name, so that it never keeps the folder from loading.
   */
  private async makeWay(tx: Tx, documents: readonly ScenarioDocument[]): Promise<number> {
    const ids = documents.map(({ id }) => id);
    const slugs = documents.map(({ slug }) => slug);
    const moved = await tx.query<{ id: string }>(
      `UPDATE scenario s SET slug = left(s.slug, 47) || '-' || right(s.id::text, 12)
       FROM unnest($1::uuid[], $2::text[]) AS f (id, slug) WHERE s.slug = f.slug AND s.id <> f.id RETURNING s.id`,
      [ids, slugs],
    );
    // Scenarios of the folder that swapped names get theirs in their turn.
    return moved.filter(({ id }) => !ids.includes(id)).length;
  }

  private async import(tx: Tx, document: ScenarioDocument, publish: boolean): Promise<ScenarioReport> {
    const at = this.clock.now();
    const { versionId, number, outcome } = await saveDraft(tx, document, { origin: 'content', at, by: null });
    const [row] = await tx.query<{ status: string }>('SELECT status FROM scenario_version WHERE id = $1', [
      versionId,
    ]);
    if (!publish || row!.status !== 'draft') return { slug: document.slug, number, outcome };
    await publishScenarioVersion(tx, versionId, at, null);
    return { slug: document.slug, number, outcome: 'published' };
  }
}

function summarise(scenarios: readonly ScenarioReport[], renamed: number): string {
  const count = (outcome: ScenarioReport['outcome']) =>
    scenarios.filter((scenario) => scenario.outcome === outcome).length;
  return (
    [
      [count('published'), 'scenarios published'],
      [count('drafted'), 'scenarios with a new draft to publish'],
      [count('draft_dropped'), 'drafts of scenarios dropped'],
      [renamed, 'scenarios from elsewhere given another short name'],
    ] as const
  )
    .filter(([n]) => n)
    .map(([n, what]) => `${n} ${what}`)
    .join(', ');
}

/** What loading a whole content folder changed, in a few words: courses, then what was loaded after them. */
export const summaryOf = (courses: ImportReport, ...later: readonly { summary: string }[]): string =>
  [courses.summary === 'nothing changed' ? '' : courses.summary, ...later.map(({ summary }) => summary)]
    .filter(Boolean)
    .join(', ') || courses.summary;
