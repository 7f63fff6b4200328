// Replaces every `id: NEW` under content/ by a fresh UUID, so that authors never invent one.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

const root = process.argv[2] ?? 'content';
let filled = 0;
for (const name of await readdir(root, { recursive: true })) {
  if (!name.endsWith('.yaml')) continue;
  const file = join(root, name);
  const before = await readFile(file, 'utf8');
  const after = before.replace(/\bid: NEW\b/g, () => (filled++, `id: ${randomUUID()}`));
  if (after !== before) await writeFile(file, after);
}
console.log(`${filled} ids filled under ${root}`);
