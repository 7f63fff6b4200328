import type { Clock } from '../../../platform/clock/clock.js';
import { ENGINE_VERSION } from '../../../engine/index.js';
import type { Database, Tx } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/http/refusal.js';
import type { Jobs } from '../../../platform/queue/jobs.js';
import { DRILL_ENDED } from '../drill-endings.js';
import { DrillNotFound } from '../drill-run.errors.js';
import type { Answered, Arrival, Errand } from './arrival.js';
import { Veil } from '../veil/veil.js';
import { isOver, rebase, scenarioTime } from './drill-clock.js';
import type { RunScenarios } from './run-scenarios.js';
import { earlier, joinedSeats, lockRun, logAfter, saveRun, type RunRow } from './run-row.js';
import { RunStep } from './run-step.js';
import { WarmRun } from './warm-run.js';

/** How long what arrives is collected before it is written in one transaction. */
const COLLECT_MS = 15;
const MAX_BATCH = 500;

interface Waiting {
  readonly what: Arrival | Errand | 'tick';
  done(answer: Answered | null): void;
  fail(error: unknown): void;
}
type Answer = { sent: Answered | null } | { refusal: unknown };

export interface HostParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly scenarios: RunScenarios;
}

/**
 * One run as this process carries it. Everything that happens goes through one queue and, a batch at a time, through
 * one transaction that holds the row of the run: so all processes together make one order.
 */
export class RunHost {
  private warm: WarmRun | null = null;
  private veil: Veil | null = null;
  private waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  lastUsed = performance.now();

  constructor(
    readonly runId: string,
    private readonly parts: HostParts,
  ) {}

  get idle(): boolean {
    return this.working === null && this.waiting.length === 0;
  }

  /** Answers when what was sent is stored for good. */
  send(arrival: Arrival): Promise<Answered> {
    return this.enqueue(arrival) as Promise<Answered>;
  }

  /** Carries the run forward to now, and does an errand on the way. */
  async advance(errand?: Errand): Promise<void> {
    await this.enqueue(errand ?? 'tick');
  }

  private enqueue(what: Waiting['what']): Promise<Answered | null> {
    this.lastUsed = performance.now();
    const answer = new Promise<Answered | null>((done, fail) => this.waiting.push({ what, done, fail }));
    this.working ??= this.work();
    return answer;
  }

  private async work(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        await new Promise((done) => setTimeout(done, COLLECT_MS));
        await this.batch(this.waiting.splice(0, MAX_BATCH));
      }
    } finally {
      // In the same turn as the look at the queue: what arrives from now on starts anew and is not left lying.
      this.working = null;
    }
  }

  private async batch(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.parts.database.transaction((tx) => this.step(tx, batch));
      batch.forEach((one, i) => settle(one, answers[i]!));
    } catch (error) {
      // The state may be ahead of what is stored: the log makes it anew.
      this.warm = null;
      if (batch.length === 1) batch[0]!.fail(error);
      // Somebody's request cannot be stored; it must not take the others with it.
      else for (const one of batch) await this.batch([one]);
    }
  }

  private async step(tx: Tx, batch: readonly Waiting[]): Promise<Answer[]> {
    const row = await lockRun(tx, this.runId);
    if (!row) throw new DrillNotFound();
    const now = this.parts.clock.now();
    if (isForeign(row)) await this.abandon(tx, row, now);
    const sent = batch.flatMap(({ what }) => (typeof what === 'string' ? [] : [what]));
    const known = await earlier(
      tx,
      row.id,
      sent.map(({ from }) => from.clientId),
    );
    const joined =
      row.status === 'lobby' || batch.some(({ what }) => what === 'seats')
        ? await joinedSeats(tx, row.id)
        : row.played;
    const warm = isOver(row.status) ? null : await this.warmed(tx, row);
    const scenario = await this.parts.scenarios.document(tx, row.scenarioVersionId);
    this.veil ??= new Veil(row.veil, scenario);
    const step = new RunStep(row, { warm, veil: this.veil, now, joined, earlier: known });
    const answers = batch.map(({ what }): Answer => {
      if (typeof what !== 'string') return attempt(() => step.take(what));
      if (what !== 'tick') step.run(what);
      return { sent: null };
    });
    step.settle();
    if (!isOver(row.status) || step.over)
      await saveRun(tx, row, step.entries, step.events, { now, wake: step.visible });
    if (step.over) await this.parts.jobs.promise(tx, DRILL_ENDED, { runId: row.id });
    return answers;
  }

  /**
   * Another version of the engine would make another run of the log, so this one cannot go on. Log and events stay
   * as they are.
   */
  private async abandon(tx: Tx, row: RunRow, now: Date): Promise<void> {
    rebase(row, scenarioTime(row, row.seenAt), now);
    row.status = 'stopped';
    row.endedAt = now;
    await saveRun(tx, row, [], [], { now, wake: true });
    await this.parts.jobs.promise(tx, DRILL_ENDED, { runId: row.id });
  }

  private async warmed(tx: Tx, row: RunRow): Promise<WarmRun> {
    if (this.warm && this.warm.seq > row.lastSeq) this.warm = null;
    this.warm ??= WarmRun.from({
      scenario: await this.parts.scenarios.document(tx, row.scenarioVersionId),
      seed: row.seed,
    });
    const missing = this.warm.seq < row.lastSeq ? await logAfter(tx, row.id, this.warm.seq) : [];
    this.warm.catchUp(missing, row.tickedTo);
    return this.warm;
  }
}

const isForeign = (row: RunRow): boolean =>
  row.lastSeq > 0 && !isOver(row.status) && row.engineVersion !== ENGINE_VERSION;

/** A refusal leaves the state alone; anything else may have left it half changed and ends the whole step. */
function attempt(work: () => Answered): Answer {
  try {
    return { sent: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

function settle(one: Waiting, answer: Answer): void {
  if ('refusal' in answer) one.fail(answer.refusal);
  else one.done(answer.sent);
}
