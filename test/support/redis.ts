import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whether this machine has a Redis server; the gate installs one. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

interface TestRedis {
  url: string;
  /** What a restart without a file on disk does. */
  forgetEverything(): Promise<void>;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

/** A Redis of its own on a free port, gone afterwards. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let end = await serve(port);
  return {
    url,
    forgetEverything: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    stop: () => end(),
    startAgain: async () => {
      end = await serve(port);
    },
  };
}

async function serve(port: number): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'readyroom-redis-'));
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = once(child, 'exit');
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  return async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true });
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
