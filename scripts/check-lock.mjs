// The lock file must name every optional package of every platform, and no download address.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const lock = JSON.parse(await readFile(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
const problems = [];
for (const [place, entry] of Object.entries(lock.packages)) {
  if (entry.resolved && /^https?:/.test(entry.resolved)) problems.push(`${place} names a download address`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const parts = place.split('/node_modules/');
    const places = parts.map((_, i) => [...parts.slice(0, parts.length - i), name].join('/node_modules/'));
    if (![...places, `node_modules/${name}`].some((candidate) => lock.packages[candidate]))
      problems.push(`${place}: optional ${name} has no entry`);
  }
}
if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(lock.packages).length} entries in the lock file, every platform present`);
