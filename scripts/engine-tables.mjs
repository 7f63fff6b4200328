// Writes the tables that the drill engine reads instead of calling Math.pow and Math.sin, whose last bits differ from
// platform to platform. `node scripts/engine-tables.mjs` after changing a constant below; a spec compares the tables
// with the constants of the engine.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';

const FLAT_MINUTES = 5;
const THETA = 0.2314843;
const KERNEL_MINUTES = 4_320;
const KERNEL_UNIT = 1_000_000_000;

const FOLLOWER_TAIL = 2.016;
const INFLUENCE_POWER = 0.5;
const MARKS = 1_024;
const MARK_UNIT = 1_000;

const DAY_MINUTES = 1_440;
const CYCLE_UNIT = 1_000_000;

/** Share of the reactions that have come `minutes` after a post. */
function kernelCdf(minutes) {
  const ratio = minutes / FLAT_MINUTES;
  return ratio <= 1 ? (THETA / (1 + THETA)) * ratio : 1 - (1 / (1 + THETA)) * Math.pow(ratio, -THETA);
}

const kernel = Array.from({ length: KERNEL_MINUTES }, (_, i) =>
  Math.round(KERNEL_UNIT * (kernelCdf(i + 1) - kernelCdf(i))),
);

/** Influence at equally likely ranks, scaled so that the mean is exactly the unit. */
function marks() {
  const raw = Array.from({ length: MARKS }, (_, i) =>
    Math.pow((i + 0.5) / MARKS, -INFLUENCE_POWER / (FOLLOWER_TAIL - 1)),
  );
  const mean = raw.reduce((sum, x) => sum + x, 0) / MARKS;
  const table = raw.map((x) => Math.round((MARK_UNIT * x) / mean));
  table[0] += MARKS * MARK_UNIT - table.reduce((sum, x) => sum + x, 0);
  return table;
}

const cycle = Array.from({ length: DAY_MINUTES }, (_, i) =>
  Math.round(CYCLE_UNIT * Math.sin((2 * Math.PI * i) / DAY_MINUTES)),
);

const tables = [
  {
    file: 'kernel-table.ts',
    says: 'Share of the reaction to a post that comes in the 1st, 2nd ... minute after it, in billionths.',
    name: 'KERNEL_TABLE',
    values: kernel,
  },
  {
    file: 'mark-table.ts',
    says: 'Influence at 1,024 equally likely ranks, the most influential account first, in thousandths of the mean.',
    name: 'MARK_TABLE',
    values: marks(),
  },
  {
    file: 'cycle-table.ts',
    says: 'Sine over the minutes of a day, in millionths.',
    name: 'CYCLE_TABLE',
    values: cycle,
  },
];
for (const { file, says, name, values } of tables) {
  // Adding 0 turns a negative zero into a plain one.
  const source = `/**
 * ${says}
 * Written by scripts/engine-tables.mjs.
 */
export const ${name}: readonly number[] = [${values.map((x) => x + 0).join(', ')}];
`;
  await writeFile(
    join('api/src/engine/opinion/tables', file),
    await format(source, { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' }),
  );
}
