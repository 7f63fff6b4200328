import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ScenarioDocument } from '@readyroom/contract';
import { ScenarioSource } from '../../modules/scenarios/index.js';
import { Complaint } from './complaint.js';

/**
 * Reads a scenario by its slug below the content folder, or from a folder of its own. Whether it makes a good drill is
 * the business of `npm run content:check`; here it only has to have the shape of one.
 * @throws Complaint
 */
export async function readScenario(asked: string, contentFolder: string): Promise<ScenarioDocument> {
  const isSlug = /^[a-z0-9][a-z0-9-]*$/.test(asked);
  const folder = isSlug ? join(contentFolder, 'scenarios', asked) : resolve(asked);
  const names = await readdir(folder).catch(() => {
    throw new Complaint(`There is no scenario at ${folder}`);
  });
  const files = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.yaml')))
    files.set(name, await readFile(join(folder, name), 'utf8'));
  const source = new ScenarioSource(basename(folder), files);
  if (source.document) return source.document;
  const [first] = source.problems();
  throw new Complaint(`${folder} is not a scenario: ${first?.file}:${first?.line} ${first?.message}`);
}
