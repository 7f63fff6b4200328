import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { SystemClock } from '../../../api/src/platform/clock/clock.js';
import { completeConfig, readConfig } from '../../../api/src/platform/config/config.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { hasRedis, startRedis } from '../../support/redis.js';
import { cloneDatabase } from '../../support/test-database.js';

const Payload = z.object({ name: z.string() });
const TOPIC = 'test.work';

/** Collects what was done, and lets a test wait until something was. */
class Diary {
  readonly done: string[] = [];
  private waiting: { name: string; tell: () => void }[] = [];

  note(name: string): void {
    this.done.push(name);
    for (const one of this.waiting.filter((w) => w.name === name)) one.tell();
  }
  until(name: string): Promise<void> {
    if (this.done.includes(name)) return Promise.resolve();
    return new Promise((tell) => this.waiting.push({ name, tell }));
  }
}

async function open(redisUrl?: string) {
  const { database, url, drop } = await cloneDatabase();
  const config = completeConfig(
    readConfig({ LOG_LEVEL: 'silent', ...(redisUrl && { REDIS_URL: redisUrl }) }),
    url,
  );
  const diary = new Diary();
  const failures = new Map<string, number>();
  const jobs: Jobs[] = [];
  const start = async () => {
    const one = new Jobs(config, database, new SystemClock());
    one.register({
      topic: TOPIC,
      payload: Payload,
      handle: async ({ name }) => {
        const left = failures.get(name) ?? 0;
        if (left > 0) {
          failures.set(name, left - 1);
          throw new Error(`${name} fails`);
        }
        diary.note(name);
      },
    });
    one.register(
      { topic: 'test.recurring', payload: z.object({}), handle: async () => diary.note('recurring') },
      50,
    );
    await one.start();
    jobs.push(one);
    return one;
  };
  return {
    database,
    diary,
    failures,
    start,
    promise: (one: Jobs, ...names: string[]) =>
      database.transaction(async (tx) => {
        for (const name of names) await one.promise(tx, TOPIC, { name });
      }),
    stop: async () => {
      for (const one of jobs) await one.onApplicationShutdown();
      const left = await database.query('SELECT topic, payload FROM outbox');
      await drop();
      return left;
    },
  };
}

describe.each(hasRedis ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('Background work on %s', (backend) => {
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let work: Awaited<ReturnType<typeof open>>;
  let jobs: Jobs;
  beforeAll(async () => {
    if (backend === 'Redis') redis = await startRedis();
    work = await open(redis?.url);
    jobs = await work.start();
    Logger.overrideLogger(false);
  });
  afterAll(async () => {
    const left = await work.stop();
    await redis?.stop();
    expect(left).toEqual([]);
  });

  it('should do what a committed transaction promised, once', async () => {
    await work.promise(jobs, 'a', 'b', 'c');
    jobs.nudge();
    await Promise.all(['a', 'b', 'c'].map((name) => work.diary.until(name)));
    expect(work.diary.done.filter((name) => 'abc'.includes(name)).sort()).toEqual(['a', 'b', 'c']);
  });

  it('should never do what was rolled back', async () => {
    await expect(
      work.database.transaction(async (tx) => {
        await jobs.promise(tx, TOPIC, { name: 'undone' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await work.promise(jobs, 'after it');
    jobs.nudge();
    await work.diary.until('after it');
    expect(work.diary.done).not.toContain('undone');
  });

  it('should try again what failed', async () => {
    work.failures.set('stubborn', 1);
    await work.promise(jobs, 'stubborn');
    jobs.nudge();
    await work.diary.until('stubborn');
    expect(work.failures.get('stubborn')).toBe(0);
    expect(work.diary.done.filter((name) => name === 'stubborn')).toHaveLength(1);
  });

  it('should do recurring work, and say that it is well', async () => {
    await work.diary.until('recurring');
    expect(await jobs.healthy()).toBe(true);
  });

  it('should take up recurring work again when the queue has lost it', async () => {
    if (redis) await redis.forgetEverything();
    else await work.database.query('TRUNCATE bullmq.scheduler, bullmq.job CASCADE');
    work.diary.done.length = 0;
    await jobs.keepSchedule();
    await work.diary.until('recurring');
  });

  it('should hand each promise to one of two processes only', async () => {
    const second = await work.start();
    const names = Array.from({ length: 200 }, (_, i) => `many ${i}`);
    await work.promise(jobs, ...names);
    jobs.nudge();
    second.nudge();
    await Promise.all(names.map((name) => work.diary.until(name)));
    expect(work.diary.done.filter((name) => name.startsWith('many')).sort()).toEqual([...names].sort());
  });

  it('should refuse a promise that nobody would keep', async () => {
    await expect(work.database.transaction((tx) => jobs.promise(tx, 'unheard.of', {}))).rejects.toThrow(
      'No handler',
    );
  });

  it('should say that it is not well while its Redis is gone, and go on where it was', async () => {
    if (redis) {
      await redis.stop();
      expect(await jobs.healthy()).toBe(false);
      await redis.startAgain();
    }
    await work.promise(jobs, 'afterwards');
    jobs.nudge();
    await work.diary.until('afterwards');
    expect(await jobs.healthy()).toBe(true);
  });
});
