import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentImport } from '../../api/src/modules/content/index.js';
import { FIXTURE_CONTENT } from './content-template.js';
import type { TestApp } from './test-app.js';

/** Imports and publishes the fixture course with these words replaced, which makes a newer version of it. */
export async function publishNewer(
  app: TestApp,
  replacements: readonly (readonly [string, string])[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'readyroom-content-'));
  try {
    await cp(FIXTURE_CONTENT, folder, { recursive: true });
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.yaml')) continue;
      const file = join(folder, name);
      const text = await readFile(file, 'utf8');
      const changed = replacements.reduce((sum, [from, to]) => sum.replace(from, to), text);
      if (changed !== text) await writeFile(file, changed);
    }
    await new ContentImport(app.database, app.clock).load(folder, { publish: 'all' });
  } finally {
    await rm(folder, { recursive: true });
  }
}
