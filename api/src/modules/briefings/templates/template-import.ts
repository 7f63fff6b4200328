import { Injectable } from '@nestjs/common';
import type { BriefingTemplate } from '@readyroom/contract';
import { join } from 'node:path';
import { Database } from '../../../platform/database/database.js';
import { checkContent, ContentError, readFolder } from '../../content/index.js';
import { checkTemplates } from './check-templates.js';

export interface TemplateImportReport {
  changed: number;
  removed: number;
  /** For people: what changed, in a few words; empty when nothing did. */
  summary: string;
}

/**
 * Loads the templates of flash briefings. What the folder no longer has is taken away: briefings are copies, so none of
 * those that were sent hangs on it.
 */
@Injectable()
export class BriefingTemplateImport {
  constructor(private readonly database: Database) {}

  /** Checks the folder and imports its templates in one transaction. Throws ContentError when the check finds a problem. */
  async load(folder: string): Promise<TemplateImportReport> {
    const templates = await this.read(folder);
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(727316)');
      const ids = templates.map(({ id }) => id);
      const removed = await tx.query(
        'DELETE FROM briefing_template WHERE id <> ALL($1::uuid[]) RETURNING 1',
        [ids],
      );
      const changed = await tx.query(
        `INSERT INTO briefing_template AS t (id, slug, document)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[])
         ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, document = excluded.document
         WHERE (t.slug, t.document) IS DISTINCT FROM (excluded.slug, excluded.document) RETURNING 1`,
        [ids, templates.map(({ slug }) => slug), templates.map((template) => JSON.stringify(template))],
      );
      const counts = { changed: changed.length, removed: removed.length };
      return { ...counts, summary: summarise(counts) };
    });
  }

  private async read(folder: string): Promise<BriefingTemplate[]> {
    const files = await readFolder(folder);
    const { templates, problems } = checkTemplates(files, checkContent(files));
    if (templates) return templates;
    const [first] = problems;
    throw new ContentError(
      `The templates of briefings in ${folder} have ${problems.length} problems, first ${join(folder, first!.file)}:${first!.line}: ${first!.message}. Run npm run content:check.`,
    );
  }
}

const summarise = ({ changed, removed }: { changed: number; removed: number }): string =>
  [changed && `${changed} briefing templates loaded`, removed && `${removed} briefing templates removed`]
    .filter(Boolean)
    .join(', ');
