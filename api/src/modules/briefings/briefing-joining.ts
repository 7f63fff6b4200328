import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BRIEFING_JOIN_DAYS } from '@readyroom/contract';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { BriefingAsking, type Asked } from './briefing-asking.js';

const EVERY_MS = 15_000;
const Payload = z.object({});

/**
 * Brings a running briefing to whoever has come on shift or into its audience since: looked at anew each time, with the
 * condition, the shifts and the departments of that moment. A correction, a stop and this job take turns by the lock on
 * the briefing, so nobody is asked a version that is not the newest, or after the stop.
 */
@Injectable()
export class BriefingJoining implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'briefing.join';
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly asking: BriefingAsking,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - BRIEFING_JOIN_DAYS * 86_400_000);
    const running = await this.database.query<{ id: string }>(
      `SELECT b.id ${RUNNING} ORDER BY b.sent_at, b.id`,
      [oldest],
    );
    let asked = 0;
    for (const { id } of running)
      asked += await this.database.transaction(async (tx) => {
        const [version] = await tx.query<Asked>(
          `SELECT b.id, v.number, v.document, v.changed, b.audience, b.shift, b.scope_id AS "scopeId",
             b.within_minutes AS "withinMinutes" ${RUNNING} AND b.id = $2 FOR UPDATE OF b SKIP LOCKED`,
          [oldest, id],
        );
        return version ? this.asking.ask(tx, version, true) : 0;
      });
    if (asked > 0) this.jobs.nudge();
  }
}

/** $1: what was sent before that reaches nobody new. */
const RUNNING = `FROM briefing b JOIN briefing_version v ON v.briefing_id = b.id AND v.number = b.version
  WHERE b.stopped_at IS NULL AND b.joiners AND v.sent_at > $1::timestamptz`;
