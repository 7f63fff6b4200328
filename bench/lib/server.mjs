import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectDatabase, migrate } from '../../api/dist/platform/database/database.js';
import { startEmbeddedPostgres } from '../../api/dist/platform/embedded-postgres/embedded-postgres.js';

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A PostgreSQL of its own, set up as `npm start` does, plus a count of statements. */
export async function benchPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'readyroom-bench-'));
  const server = await startEmbeddedPostgres({
    folder,
    settings: ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=top'],
  });
  const pid = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  const at = (name) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const admin = async (text) => {
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };
  await admin('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  return {
    pid,
    at,
    admin,
    create: async (name, template) => {
      await admin(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
      return at(name);
    },
    /** Statements sent to a database since the last reset. */
    statements: async (name) =>
      (
        await admin(
          `SELECT coalesce(sum(calls), 0)::int AS n FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = '${name}'`,
        )
      )[0].n,
    resetStatements: () => admin('SELECT pg_stat_statements_reset()'),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A migrated database with the shipped content published. */
export async function productDatabase(postgres, name) {
  const url = await postgres.create(name);
  const database = await connectDatabase(url, { poolSize: 4 });
  await migrate(database);
  await database.close();
  await runNode(['api/dist/cli/content-load.js', '--without-notice'], { DATABASE_URL: url });
  return url;
}

export const root = join(import.meta.dirname, '../..');

function runNode(args, env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** Starts a server in a process of its own and waits until it answers. */
export async function startServer(args, env, path) {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'fatal', ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => child.on('exit', done));
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    if (answer?.ok) return { port, pid: child.pid, stop: () => (child.kill('SIGTERM'), ended) };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${args.join(' ')} does not answer`);
}

export const startProduct = (url) => startServer(['api/dist/main.js'], { DATABASE_URL: url }, '/api/health');
