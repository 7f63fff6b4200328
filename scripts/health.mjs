// Health check of a container: the API over HTTP, or (with --worker) the worker through its own process.
import { readdir, readFile } from 'node:fs/promises';

if (process.argv.includes('--worker')) {
  const commands = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  process.exit(commands.some((command) => command.includes('api/dist/worker.js')) ? 0 : 1);
}
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/health`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
