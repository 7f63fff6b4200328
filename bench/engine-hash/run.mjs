import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAJORS = [20, 22, 24];
const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(ROOT, 'api/src/engine/testing/golden');

/** The hash of the golden run under several versions of Node, which come as npm packages, beside the one committed. */
export async function benchEngineHash() {
  const golden = JSON.parse(await readFile(join(GOLDEN, 'golden.json'), 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), 'readyroom-node-'));
  try {
    const rows = [];
    for (const major of MAJORS) {
      const node = await fetchNode(major, folder);
      rows.push(typeof node === 'string' ? await hashUnder(node, golden) : { node: `${major}`, ...node });
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Path of the executable, or why there is none. */
async function fetchNode(major, folder) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}@${major}`;
  try {
    const { stdout } = await run('npm', ['pack', name, '--silent', '--pack-destination', folder], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const into = join(folder, String(major));
    const archive = join(folder, stdout.trim().split('\n').at(-1));
    await run('mkdir', ['-p', into]);
    await run('tar', ['-xzf', archive, '-C', into]);
    return join(into, 'package/bin/node');
  } catch {
    return { hash: `not measured: the npm package ${name} is not to be had here` };
  }
}

async function hashUnder(node, golden) {
  const { stdout: version } = await run(node, ['--version']);
  const { stdout } = await run(node, [
    join(ROOT, 'api/dist/cli/drill.js'),
    'hash',
    join(GOLDEN, 'storm'),
    '--seed',
    String(golden.seed),
    '--script',
    join(GOLDEN, 'actions.yaml'),
  ]);
  const hash = stdout.trim();
  return { node: version.trim(), hash, committed: hash === golden.state };
}
