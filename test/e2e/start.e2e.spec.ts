import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const root = join(__dirname, '../..');
const started: ChildProcess[] = [];
const folders: string[] = [];

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'readyroom-start-'));
  folders.push(path);
  return path;
};

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

interface Run {
  process: ChildProcess;
  output: () => string;
  /** Resolves when the text appears, rejects when the process ends before. */
  says(text: string): Promise<void>;
  ended: Promise<number | null>;
}

function npmStart(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  const watchers = new Set<() => void>();
  const take = (chunk: Buffer) => {
    text += chunk.toString();
    for (const watch of watchers) watch();
  };
  child.stdout!.on('data', take);
  child.stderr!.on('data', take);
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  return {
    process: child,
    output: () => text,
    ended,
    says: (wanted) =>
      new Promise((done, fail) => {
        const watch = () => {
          if (!text.includes(wanted)) return;
          watchers.delete(watch);
          done();
        };
        watchers.add(watch);
        void ended.then(() => fail(new Error(`ended without saying "${wanted}":\n${text}`)));
        watch();
      }),
  };
}

const healthy = async (port: number) => (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
const postmasterOf = (data: string) =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process that has ended and waits to be reaped still takes signals.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

jest.setTimeout(180_000);

afterAll(() => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('npm start', () => {
  const data = folder();
  let port: number;

  beforeAll(async () => {
    port = await freePort();
  });

  it('on an empty data folder it should say each stage, print addresses and log-ins, and serve everything on one port', async () => {
    const run = npmStart({ PORT: String(port), READYROOM_DATA: data });
    await run.says('Ctrl-C stops everything.');
    expect(run.output()).toMatch(
      /Starting the embedded database .+\n.*Connecting .+\n.*schema.+\n[^]*Loading content .+\n.*demo people/,
    );
    expect(run.output()).toContain(`http://localhost:${port}/admin/`);
    expect(run.output()).toMatch(/Mails +http:\/\/localhost:\d+\/admin\/mails/);
    const [, password] = /password for all of them: (\S+)\)/.exec(run.output())!;
    expect(await healthy(port)).toBe(true);
    for (const path of ['/', '/admin/', '/courses/anything', '/api/openapi.json', '/api/reference'])
      expect({ path, status: (await fetch(`http://127.0.0.1:${port}${path}`)).status }).toEqual({
        path,
        status: 200,
      });
    const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: '100031', password }),
    });
    // The notice of the content stands before everything else from the first sign-in on.
    expect(await answer.json()).toMatchObject({ name: '刘䶮', mustAcceptNotice: true });

    const again = npmStart({ PORT: String(await freePort()), READYROOM_DATA: data });
    expect(await again.ended).toBe(1);
    expect(again.output()).toMatch(/already used by another Readyroom/);
    expect(await healthy(port)).toBe(true);

    const postmaster = postmasterOf(data);
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(alive(postmaster)).toBe(false);
    await expect(healthy(port)).rejects.toThrow();
  });

  it('after kill -9 of the whole tree the next start should recover by itself and skip what is done', async () => {
    const first = npmStart({ PORT: String(port), READYROOM_DATA: data });
    await first.says('Ctrl-C stops everything.');
    const postmaster = postmasterOf(data);
    first.process.kill('SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    await first.ended;
    const second = npmStart({ PORT: String(port), READYROOM_DATA: data });
    await second.says('Ctrl-C stops everything.');
    expect(second.output()).toMatch(/schema up to date … nothing to do/);
    expect(await healthy(port)).toBe(true);
    // Only Node is killed this time: the database goes on without it and has to be taken over.
    second.process.kill('SIGKILL');
    await second.ended;
    const third = npmStart({ PORT: String(port), READYROOM_DATA: data });
    await third.says('Ctrl-C stops everything.');
    expect(await healthy(port)).toBe(true);
    third.process.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  const refuses = async (env: Record<string, string>, sentence: RegExp) => {
    const run = npmStart(env);
    expect(await run.ended).toBe(1);
    const last = run.output().trim().split('\n').at(-1)!;
    expect(last).toMatch(/^Readyroom did not start\. /);
    expect(last).toMatch(sentence);
  };

  it('when the port is taken it should say so and leave nothing behind', async () => {
    const empty = folder();
    const server = createServer().listen(port, '127.0.0.1');
    await refuses(
      { PORT: String(port), READYROOM_DATA: empty },
      /Port \d+ is taken by another program; set PORT/,
    );
    expect(() => postmasterOf(empty)).toThrow();
    server.close();
  });

  it('when the data folder is a file, damaged, or made by another version it should say which', async () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, 'x');
    await refuses({ PORT: String(port), READYROOM_DATA: file }, /is not a folder/);
    const damaged = folder();
    mkdirSync(join(damaged, 'postgres'));
    writeFileSync(join(damaged, 'postgres/base'), 'x');
    await refuses(
      { PORT: String(port), READYROOM_DATA: damaged },
      /is damaged: it has files, but no PostgreSQL database/,
    );
    const old = folder();
    mkdirSync(join(old, 'postgres'));
    writeFileSync(join(old, 'postgres/PG_VERSION'), '14\n');
    await refuses({ PORT: String(port), READYROOM_DATA: old }, /made by PostgreSQL 14/);
    const halved = folder();
    mkdirSync(join(halved, 'postgres'));
    writeFileSync(join(halved, 'postgres/PG_VERSION'), '18\n');
    writeFileSync(join(halved, 'password'), 'x');
    chmodSync(join(halved, 'postgres'), 0o777);
    await refuses(
      { PORT: String(port), READYROOM_DATA: halved },
      /The embedded PostgreSQL does not start|cannot be used|damaged/,
    );
  });

  it('when DATABASE_URL is wrong it should say in what', async () => {
    const nobody = await freePort();
    const env = { PORT: String(port), READYROOM_DATA: folder() };
    await refuses({ ...env, DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL is wrong/);
    await refuses(
      { ...env, DATABASE_URL: `postgres://u:p@127.0.0.1:${nobody}/x` },
      /127\.0\.0\.1:\d+\/x \(DATABASE_URL\).*nothing answers there/,
    );
    const server = new URL(process.env.READYROOM_TEST_SERVER!);
    await refuses(
      { ...env, DATABASE_URL: `postgres://${server.username}:wrong@${server.host}/postgres` },
      /user or password is wrong/,
    );
    const missing = new URL(server);
    missing.pathname = '/there_is_no_such_database';
    await refuses({ ...env, DATABASE_URL: missing.href }, /no database of that name/);
  });

  it('when the database is an outside one it should make demo people only when asked', async () => {
    const name = `outside_${process.pid}`;
    const client = new pg.Client({ connectionString: process.env.READYROOM_TEST_SERVER });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(process.env.READYROOM_TEST_SERVER!);
    url.pathname = `/${name}`;
    const people = async () => {
      const inside = new pg.Client({ connectionString: url.href });
      await inside.connect();
      const { rows } = await inside.query('SELECT count(*)::int AS n FROM readyroom.person');
      await inside.end();
      return rows[0].n as number;
    };
    const plain = npmStart({ PORT: String(port), DATABASE_URL: url.href });
    await plain.says('Ctrl-C stops everything.');
    plain.process.kill('SIGTERM');
    await plain.ended;
    expect(await people()).toBe(0);
    const asked = npmStart({ PORT: String(port), DATABASE_URL: url.href, READYROOM_DEMO: 'true' });
    await asked.says('Ctrl-C stops everything.');
    expect(asked.output()).toContain('Demo people');
    asked.process.kill('SIGTERM');
    await asked.ended;
    expect(await people()).toBeGreaterThan(10);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  });
});
