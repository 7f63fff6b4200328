import { Logger } from '@nestjs/common';
import pg from 'pg';

const TRY_AGAIN_MS = 1_000;

/** Hears from PostgreSQL which runs have something new: one connection for the whole process, opened when needed. */
export class WakeUpCall {
  private readonly log = new Logger('DrillStreams');
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly wake: (runId: string) => void,
  ) {}

  /** Listens from now on. Never fails: without the connection runs are looked at every few seconds. */
  async start(): Promise<void> {
    if (this.client || this.stopped) return;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    await this.connecting;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connecting;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.wake((payload ?? '').split(' ')[0]!));
    try {
      await client.connect();
      await client.query('LISTEN drill_run');
      this.client = client;
    } catch (error) {
      this.log.error(`cannot listen: ${(error as Error).message}`);
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.client === client) this.client = null;
    client.removeAllListeners('end');
    if (this.stopped || this.client) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.start(), TRY_AGAIN_MS).unref();
  }
}
