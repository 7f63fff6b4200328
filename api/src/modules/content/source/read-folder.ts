import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ContentError } from '../content.errors.js';
import type { ContentFile } from './content.js';

/** Reads every file of a content folder; hidden files (editors, file managers) are passed over. */
export async function readFolder(folder: string): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new ContentError(`The content folder ${folder} cannot be read.`);
  });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'))
    .sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
