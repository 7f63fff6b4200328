import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Jobs } from '../../../platform/queue/jobs.js';
import type { Answered, Arrival, Errand } from './arrival.js';
import { RunHost } from './run-host.js';
import { RunScenarios } from './run-scenarios.js';

/** A run that nobody asked for in this time leaves the memory; the log brings it back. */
const FORGET_AFTER_MS = 10 * 60_000;

/** The runs that this process carries. */
@Injectable()
export class RunHosts {
  private readonly log = new Logger('DrillRuns');
  private readonly hosts = new Map<string, RunHost>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly scenarios: RunScenarios,
  ) {}

  /** Answers when what was sent is stored. @throws DrillNotStarted, DrillOver, DrillPaused, ClientIdReused */
  send(runId: string, arrival: Arrival): Promise<Answered> {
    return this.host(runId).send(arrival);
  }

  /** Carries a run forward to now, with an errand on the way. */
  advance(runId: string, errand?: Errand): Promise<void> {
    return this.host(runId).advance(errand);
  }

  /**
   * Carries forward every running run that has something to do: a minute of the scenario is over, its time is up, or it
   * was not looked after for a while. Several processes may do so at once; the row of a run lets one of them through,
   * and the others find nothing left to do.
   */
  async sweep(): Promise<void> {
    const due = await this.database.prepared<{ id: string }>('drill_run_due', DUE, [this.clock.now()]);
    await Promise.all(
      due.map(({ id }) =>
        this.advance(id).catch((error: Error) => this.log.error(`run ${id}: ${error.message}`, error.stack)),
      ),
    );
  }

  /** Forgets what is in memory, as a new process would. */
  forget(): void {
    this.hosts.clear();
  }

  private host(runId: string): RunHost {
    let host = this.hosts.get(runId);
    if (!host) {
      this.tidy();
      host = new RunHost(runId, {
        database: this.database,
        clock: this.clock,
        jobs: this.jobs,
        scenarios: this.scenarios,
      });
      this.hosts.set(runId, host);
    }
    return host;
  }

  private tidy(): void {
    const old = performance.now() - FORGET_AFTER_MS;
    for (const [id, host] of this.hosts) if (host.idle && host.lastUsed < old) this.hosts.delete(id);
  }
}

const DUE = `
  SELECT r.id FROM drill_run r
  CROSS JOIN LATERAL (SELECT least(r.ends_at, r.base_at +
    greatest(0, extract(epoch FROM $1::timestamptz - r.base_wall)::double precision) * r.rate) AS at) now
  WHERE r.status = 'running' AND (
    floor(now.at / 60) > floor(r.ticked_to / 60.0) OR now.at >= r.ends_at
    OR abs(extract(epoch FROM $1::timestamptz - r.seen_at)) > 5)
  ORDER BY r.id`;
