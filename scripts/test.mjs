// `npm test`: installs and builds what is missing, then runs unit, API and browser tests.
// The last line is `N passed, N failed`. Arguments: names of projects (unit, api, e2e), or nothing for all.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, installPackages, needNode } from './lib/prepare.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);

async function jest(projects, file) {
  const args = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, '--ci', '--maxWorkers=2'];
  if (projects.length) args.push('--selectProjects', ...projects);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TZ: 'UTC' },
  });
  return new Promise((done) => child.on('exit', done));
}

let passed = 0;
let failed = 0;
try {
  needNode();
  await installPackages(root);
  await buildAll(root);
  const folder = await mkdtemp(join(tmpdir(), 'readyroom-results-'));
  const file = join(folder, 'results.json');
  const code = await jest(process.argv.slice(2), file);
  const results = JSON.parse(await readFile(file, 'utf8'));
  await rm(folder, { recursive: true });
  passed = results.numPassedTests;
  // A file that does not even load counts as one failure, and so does anything else that jest is unhappy about.
  failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0) failed = 1;
  if (passed === 0) failed = Math.max(failed, 1);
} catch (error) {
  console.error(error.message);
  failed = Math.max(failed, 1);
}
process.exitCode = failed ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
