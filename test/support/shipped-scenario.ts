import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { ScenarioImport } from '../../api/src/modules/scenarios/index.js';
import type { Database } from '../../api/src/platform/database/database.js';
import { TestClock } from './test-clock.js';

const CONTENT = join(__dirname, '../../content');

/** Publishes one of the shipped scenarios and no other, so that a test does not depend on the rest of them. */
export async function publishShippedScenario(database: Database, slug: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'readyroom-scenario-'));
  try {
    cpSync(CONTENT, folder, {
      recursive: true,
      filter: (path) => {
        const [first, scenario] = relative(CONTENT, path).split(sep);
        return first !== 'scenarios' || scenario === undefined || scenario === slug;
      },
    });
    await new ScenarioImport(database, new TestClock()).load(folder, { publish: 'all' });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const [row] = await database.query<{ id: string }>('SELECT id FROM scenario WHERE slug = $1', [slug]);
  return row!.id;
}
