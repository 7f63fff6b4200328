import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, withBackend, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';

const QUEUE = 'readyroom';
const RELAY_BATCH = 500;
const RELAY_EVERY_MS = 1_000;
const SCHEDULE_EVERY_MS = 30_000;
const HEALTH_WITHIN_MS = 2_000;
const CLOSE_WITHIN_MS = 5_000;
const SAME_TROUBLE_EVERY_MS = 60_000;

/** A kind of background work. It may be run more than once for one promise, so its effect must be idempotent. */
export interface JobHandler<Payload> {
  readonly topic: string;
  readonly payload: z.ZodType<Payload>;
  handle(payload: Payload): Promise<void>;
}

interface OutboxRow {
  id: string;
  topic: string;
  payload: unknown;
}

/**
 * Background work. What must happen is written to the outbox in the business transaction; a relay hands it to BullMQ
 * (PostgreSQL, or Redis when REDIS_URL is set) under the id of the outbox row. Losing the queue loses nothing that
 * a repeated relay or a recurring sweep does not bring back.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler<unknown>>();
  private readonly recurring = new Map<string, number>();
  private readonly starters: (() => void)[] = [];
  private queue?: Queue;
  private worker?: Worker;
  private redis?: Redis;
  private timers: NodeJS.Timeout[] = [];
  private readonly said = new Map<string, number>();
  private relaying?: Promise<void>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register<Payload>(handler: JobHandler<Payload>, everyMs?: number): void {
    if (this.handlers.has(handler.topic)) throw new Error(`Two handlers for ${handler.topic}`);
    this.handlers.set(handler.topic, handler as JobHandler<unknown>);
    if (everyMs) this.recurring.set(handler.topic, everyMs);
  }

  /** Calls back once this process does background work: for what has to happen more often than a job can. */
  whenWorking(start: () => void): void {
    this.starters.push(start);
  }

  /**
   * Promises work as part of a transaction: it will be done if, and only if, the transaction commits. Only what the
   * handler declares goes along: ids, because queues keep what was done for a while, and nobody looks for names there.
   */
  async promise(tx: Tx, topic: string, payload: object): Promise<void> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`No handler for ${topic}`);
    await tx.query('INSERT INTO outbox (topic, payload, created_at) VALUES ($1, $2, $3)', [
      topic,
      JSON.stringify(handler.payload.parse(payload)),
      this.clock.now(),
    ]);
  }

  /** The same for many of one topic, by one statement. */
  async promiseAll(tx: Tx, topic: string, payloads: readonly object[]): Promise<void> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`No handler for ${topic}`);
    await tx.query(
      'INSERT INTO outbox (topic, payload, created_at) SELECT $1, p, $3 FROM unnest($2::jsonb[]) p',
      [topic, payloads.map((payload) => JSON.stringify(handler.payload.parse(payload))), this.clock.now()],
    );
  }

  /** Opens the queue, the relay and (in a worker process) the worker. Not called in tests of single features. */
  async start(): Promise<void> {
    const redis = this.config.REDIS_URL;
    if (redis) this.redis = new Redis(redis, { maxRetriesPerRequest: null });
    const { Queue: QueueOn, Worker: WorkerOn } = redis
      ? { Queue, Worker }
      : (withBackend(createPostgresBackend) as unknown as { Queue: typeof Queue; Worker: typeof Worker });
    const postgres = { connectionString: this.config.DATABASE_URL, schema: 'bullmq', migrate: true, max: 8 };
    const options = { connection: (this.redis ?? postgres) as never };
    this.queue = new QueueOn(QUEUE, {
      ...options,
      defaultJobOptions: {
        attempts: 8,
        backoff: { type: 'exponential', delay: 1_000 },
        removeOnComplete: 1_000,
        removeOnFail: 5_000,
      },
    });
    this.queue.on('error', (error) => this.complain(`queue: ${error.message}`));
    await this.queue.waitUntilReady();
    if (!this.config.READYROOM_WORKER) return;
    await this.keepSchedule();
    this.worker = new WorkerOn(QUEUE, (job: Job) => this.work(job), {
      ...options,
      concurrency: 4,
    });
    this.worker.on('error', (error) => this.complain(`worker: ${error.message}`));
    this.timers = [
      setInterval(() => this.nudge(), RELAY_EVERY_MS),
      setInterval(() => void this.keepSchedule(), SCHEDULE_EVERY_MS),
    ];
    for (const start of this.starters) start();
  }

  /** Asks the relay to run soon; call after a commit that promised something urgent. */
  nudge(): void {
    if (!this.queue || this.relaying) return;
    this.relaying = this.relay()
      .catch((error: Error) => this.complain(`relay: ${error.message}`))
      .finally(() => (this.relaying = undefined));
  }

  /** Brings back recurring work that the queue does not know, or knows no more: a Redis may come back empty. */
  async keepSchedule(): Promise<void> {
    try {
      if ((await this.queue!.getJobSchedulersCount()) >= this.recurring.size) return;
      for (const [topic, every] of this.recurring)
        await this.queue!.upsertJobScheduler(topic, { every }, { name: topic, data: {} });
    } catch (error) {
      this.complain(`schedule: ${(error as Error).message}`);
    }
  }

  /** Does everything promised so far here and now, without a queue. For tests and one-off commands. */
  async drain(): Promise<number> {
    for (let done = 0; ; done++) {
      const [row] = await this.database.query<OutboxRow>(
        'SELECT id, topic, payload FROM outbox ORDER BY id LIMIT 1',
      );
      if (!row) return done;
      await this.run(row.topic, row.payload);
      await this.database.query('DELETE FROM outbox WHERE id = $1', [row.id]);
    }
  }

  /** Runs one kind of work now. */
  async run(topic: string, data: unknown): Promise<void> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`No handler for ${topic}`);
    await handler.handle(handler.payload.parse(data));
  }

  /** The queue keeps failures for long, also past the erasure of somebody whom they name: it learns only that there was one. */
  private async work(job: Job): Promise<void> {
    try {
      await this.run(job.name, job.data);
    } catch (error) {
      const { message, stack } = error as Error;
      this.log.error(`${job.name} failed: ${message}`, stack);
      throw new Error(`${job.name} failed; the log of the process says how`);
    }
  }

  async healthy(): Promise<boolean> {
    if (!this.queue) return false;
    // A client of Redis waits for a lost line as long as it takes; whoever asks for health does not.
    const tooLate = new AbortController();
    const answered = this.queue
      .getJobCounts('waiting')
      .then(() => true)
      .catch(() => false);
    const late = sleep(HEALTH_WITHIN_MS, false, { signal: tooLate.signal, ref: false }).catch(() => false);
    return Promise.race([answered, late]).finally(() => tooLate.abort());
  }

  /** A line that is down fails many times a second; once a minute is enough to read. */
  private complain(trouble: string): void {
    const now = performance.now();
    if (now - (this.said.get(trouble) ?? -Infinity) < SAME_TROUBLE_EVERY_MS) return;
    this.said.set(trouble, now);
    this.log.error(trouble);
  }

  private async relay(): Promise<void> {
    for (;;) {
      const moved = await this.database.transaction(async (tx) => {
        const rows = await tx.query<OutboxRow>(
          'SELECT id, topic, payload FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
          [RELAY_BATCH],
        );
        if (rows.length === 0) return 0;
        await this.queue!.addBulk(
          rows.map((row) => ({ name: row.topic, data: row.payload, opts: { jobId: `outbox-${row.id}` } })),
        );
        await tx.query('DELETE FROM outbox WHERE id = ANY($1)', [rows.map((row) => row.id)]);
        return rows.length;
      });
      if (moved < RELAY_BATCH) return;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    await this.relaying;
    const closing = (async () => {
      await this.worker?.close();
      await this.queue?.close();
    })();
    // With a Redis that is gone, closing would wait for it; nothing is lost by not waiting.
    await Promise.race([closing, sleep(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    // BullMQ closes what it opened; this one is ours.
    this.redis?.disconnect();
  }
}
