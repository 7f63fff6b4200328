import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgresError, findBinaries, type Binaries } from './binaries.js';
import { takeFolder } from './ownership.js';

/** uid and gid of nobody: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const USER = 'readyroom';
const MAJOR = '18';

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  /** True when this start made the data folder. */
  readonly created: boolean;
  stop(): Promise<void>;
}

interface Options {
  /** Folder for everything of this server; made when missing. */
  folder: string;
  database?: string;
  /** Extra `-c` settings, e.g. fsync=off for tests. */
  settings?: string[];
}

interface RunAs {
  uid?: number;
  gid?: number;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
const isRoot = () => process.getuid?.() === 0;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** Whether every folder above `path` lets another user through. */
async function openToOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => null);
    if (info && !(info.mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Where the data really lies: below a folder closed to `nobody`, root's server keeps it in a place of its own. */
async function placeFor(folder: string): Promise<string> {
  if (!isRoot() || (await openToOthers(dirname(folder)))) return folder;
  const pointer = join(folder, 'moved-to');
  const known = await readFile(pointer, 'utf8').catch(() => null);
  if (known) return known.trim();
  const base = (await openToOthers('/var/lib')) ? '/var/lib/readyroom' : join(tmpdir(), 'readyroom');
  const place = join(base, randomBytes(6).toString('hex'));
  await mkdir(folder, { recursive: true });
  await mkdir(place, { recursive: true });
  await writeFile(pointer, `${place}\n`);
  return place;
}

function run(command: string, args: string[], as: RunAs): void {
  const result = spawnSync(command, args, { ...as, cwd: '/', encoding: 'utf8' });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new EmbeddedPostgresError(explain(result.stderr || result.stdout));
}

/** One sentence out of PostgreSQL's output. */
function explain(output: string): string {
  if (/No space left on device/i.test(output))
    return 'The disk is full: the embedded PostgreSQL cannot write its data.';
  const line =
    output.split('\n').find((text) => /FATAL|PANIC|error:/i.test(text)) ??
    output.trim().split('\n').at(-1) ??
    '';
  return `The embedded PostgreSQL does not start: ${line.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim()}`;
}

/**
 * Starts the PostgreSQL server that comes with the packages, in a data folder of its own on a free port of 127.0.0.1.
 * A server left over from a killed process is stopped first; what it had acknowledged is recovered by PostgreSQL.
 * Throws EmbeddedPostgresError with one sentence for an operator.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const place = await placeFor(folder).catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresError(folderTrouble(folder, error));
  });
  const as: RunAs = isRoot() ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(place, 'postgres');
  const created = !(await exists(join(data, 'PG_VERSION')));
  try {
    await mkdir(place, { recursive: true });
    await access(place, constants.W_OK);
    if (as.uid) await chmod(place, 0o711);
    const giveBack = await takeFolder(place);
    if (created) await refuseForeignFolder(data);
    const binaries = await findBinaries(isRoot() && !(await openToOthers(process.cwd())) ? place : undefined);
    if (created) await initialise(binaries, place, data, as);
    else await checkVersion(data);
    const password = (await readFile(join(place, 'password'), 'utf8')).trim();
    if (!created) await stopLeftover(data);
    const server = await launch(binaries, data, password, as, options);
    return { ...server, created, stop: () => server.stop().finally(giveBack) };
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(folderTrouble(place, error as NodeJS.ErrnoException));
  }
}

function folderTrouble(folder: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOSPC') return `The disk is full: nothing can be written to ${folder}.`;
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return `The data folder ${folder} cannot be written (READYROOM_DATA).`;
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST')
    return `The data folder ${folder} is not a folder (READYROOM_DATA).`;
  if (error.code === 'ENOENT')
    return `The data folder ${folder} is damaged: ${error.path ?? 'a file'} is missing.`;
  return `The data folder ${folder} cannot be used: ${error.message}`;
}

async function refuseForeignFolder(data: string): Promise<void> {
  const entries = await readdir(data).catch(() => []);
  if (entries.length > 0)
    throw new EmbeddedPostgresError(
      `The data folder ${data} is damaged: it has files, but no PostgreSQL database. Move it away to begin anew.`,
    );
}

async function checkVersion(data: string): Promise<void> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (version !== MAJOR)
    throw new EmbeddedPostgresError(
      `The data folder ${data} was made by PostgreSQL ${version || '?'}, this version brings ${MAJOR}.`,
    );
}

/** initdb into a scratch folder that is renamed when complete, so that a start cut short leaves nothing half-made. */
async function initialise(binaries: Binaries, place: string, data: string, as: RunAs): Promise<void> {
  const password = join(place, 'password');
  const scratch = `${data}.new`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { mode: 0o700 });
  await writeFile(password, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (as.uid) {
    await chown(scratch, NOBODY, NOBODY);
    await chown(password, NOBODY, NOBODY);
  }
  try {
    run(
      binaries.initdb,
      [
        '-D',
        scratch,
        '-U',
        USER,
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      as,
    );
    await rename(scratch, data);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}

/** A killed parent leaves the server running, or its lock file behind. */
async function stopLeftover(data: string): Promise<void> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !(await isPostgresOn(pid, data))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000; waited += 100) {
    await pause(100);
    if (!(await exists(join(data, 'postmaster.pid')))) return;
    if (waited === 8_000) process.kill(pid, 'SIGQUIT');
  }
  throw new EmbeddedPostgresError(
    `Another process (${pid}) holds the data folder ${data} and does not stop.`,
  );
}

async function isPostgresOn(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  // Without /proc (macOS, Windows) the pid in the lock file has to be believed.
  return command === null || command.includes(data);
}

async function launch(binaries: Binaries, data: string, password: string, as: RunAs, options: Options) {
  const name = options.database ?? 'readyroom';
  let output = '';
  let server: ChildProcess | undefined;
  for (let attempt = 0; ; attempt++) {
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      'timezone=UTC',
      ...(options.settings ?? []),
    ];
    output = '';
    // Detached: Ctrl-C is for Node alone, which then stops the server in order.
    server = spawn(
      binaries.postgres,
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...as,
        cwd: '/',
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    server.stderr!.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-8_000)));
    const url = `postgres://${USER}:${password}@127.0.0.1:${port}`;
    if (await answers(`${url}/postgres`, server)) {
      await createDatabase(`${url}/postgres`, name);
      server.unref();
      (server.stderr as unknown as { unref?: () => void }).unref?.();
      return { url: `${url}/${name}`, port, stop: stopper(server) };
    }
    // The lock file of a server that died a moment ago is cleared as soon as the system has reaped it.
    if (attempt >= 20 || !/lock file .* already exists|could not bind/.test(output))
      throw new EmbeddedPostgresError(explain(output));
    await pause(500);
  }
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (
    let waited = 0;
    waited < 60_000 && server.exitCode === null && server.signalCode === null;
    waited += 50
  ) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => undefined);
      await pause(50);
    }
  }
  return false;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  await client.end();
}

const stopper = (server: ChildProcess) => async (): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), 15_000);
  await gone;
  clearTimeout(impatient);
};

export { EmbeddedPostgresError };
