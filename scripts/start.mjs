// `npm start`: makes a fresh clone run. Uses nothing but Node itself until the packages are there.
import { runStep, needNode, installPackages, buildAll } from './lib/prepare.mjs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
process.chdir(root);

try {
  needNode();
  await installPackages(root);
  await buildAll(root);
} catch (error) {
  console.error(`\nReadyroom did not start. ${error.message}`);
  process.exit(1);
}
const { start } = await import(pathToFileURL(join(root, 'api/dist/start.js')).href);
await start(runStep);
