import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MINIMUM_NODE = [20, 19];

/** Throws when this Node is too old. */
export function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1]))
    throw new Error(`It needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Says what is being done, does it, says how long it took. */
export async function runStep(title, work) {
  const began = performance.now();
  process.stdout.write(`• ${title} … `);
  try {
    const result = await work();
    const note = typeof result === 'string' && !result.includes('\n') ? result : '';
    console.log(`${note && `${note}, `}${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}

/** Runs a program quietly; its output is shown only when it fails. */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done(output) : fail(Object.assign(new Error(output), { output })),
    );
  });
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** `npm ci` unless npm's own note of what is installed is newer than the lock file. */
export async function installPackages(root) {
  const installed = await stat(join(root, 'node_modules', '.package-lock.json')).catch(() => null);
  const wanted = await stat(join(root, 'package-lock.json'));
  if (installed && installed.mtimeMs >= wanted.mtimeMs) return;
  await runStep('Installing packages (once, about a minute)', () =>
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], {
      cwd: root,
    }),
  ).catch((error) => {
    if (/ENOSPC/.test(error.message)) throw new Error('The disk is full: the packages cannot be installed.');
    const reason =
      error.message.split('\n').find((line) => /npm (error|ERR!)/.test(line)) ?? error.message.slice(0, 300);
    throw new Error(`The packages cannot be installed: ${reason.replace(/npm (error|ERR!)\s*/, '')}`);
  });
}

const SOURCES = [
  'contract/src',
  'migrations',
  'api/src',
  'learn',
  'admin',
  'package-lock.json',
  'tsconfig.base.json',
];
const SKIP = new Set(['node_modules', 'dist']);

/** A fingerprint of all sources by path, size and time of change. */
async function fingerprint(root) {
  const lines = [];
  const visit = async (path) => {
    const info = await stat(join(root, path)).catch(() => null);
    if (!info) return;
    if (!info.isDirectory()) {
      if (!path.endsWith('.tsbuildinfo')) lines.push(`${path} ${info.size} ${info.mtimeMs}`);
      return;
    }
    for (const name of (await readdir(join(root, path))).sort())
      if (!SKIP.has(name)) await visit(`${path}/${name}`);
  };
  for (const source of SOURCES) await visit(source);
  return hashOf(lines.join('\n'));
}

/** Builds API, learner app and console when a source is newer than the last build. */
export async function buildAll(root) {
  const cache = join(root, 'node_modules', '.cache');
  const stamp = join(cache, 'readyroom-build');
  const wanted = await fingerprint(root);
  const built = ['api/dist/start.js', 'learn/dist/index.html', 'admin/dist/index.html'].every((file) =>
    existsSync(join(root, file)),
  );
  if (built && (await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  const bin = (name) => join(root, 'node_modules', '.bin', name);
  const fail = (what) => (error) => {
    throw new Error(`${what} cannot be built:\n${error.message}`);
  };
  await runStep('Building the API', () => run(bin('tsc'), ['-b'], { cwd: root })).catch(fail('The API'));
  await runStep('Building learner app and console', () =>
    Promise.all(
      ['learn', 'admin'].map((app) =>
        // Whatever the shell says: a development bundle is slow and talks on the console.
        run(bin('vite'), ['build', '--logLevel', 'error'], {
          cwd: join(root, app),
          env: { NODE_ENV: 'production' },
        }),
      ),
    ),
  ).catch(fail('Learner app or console'));
  await mkdir(cache, { recursive: true });
  await writeFile(stamp, await fingerprint(root));
}
