// `npm run build`: API, learner app and console, whatever is out of date.
import { join } from 'node:path';
import { buildAll } from './lib/prepare.mjs';

const root = join(import.meta.dirname, '..');
await buildAll(root).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
