import { Injectable } from '@nestjs/common';
import type { ParticipantRole } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { Throttle, Throttled } from '../../auth/index.js';
import { DrillAccess } from '../drill-access.js';
import { DrillPresence } from './drill-presence.js';
import { JoinCodeUnknown, ScenarioNotFound } from '../drill-run.errors.js';
import { RunHosts } from '../host/run-hosts.js';
import { RunScenarios } from '../host/run-scenarios.js';
import { insertRun } from './insert-run.js';
import { drawSeed } from './join-code.js';

const HOUR_MS = 60 * 60_000;
/** One lasts ten minutes: whoever begins more than this in an hour does not play them. */
const SOLO_RUNS_AN_HOUR = 20;

interface OpenRun {
  id: string;
  versionId: string;
}

/** How people come into runs. */
@Injectable()
export class DrillEntry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly access: DrillAccess,
    private readonly presence: DrillPresence,
    private readonly scenarios: RunScenarios,
    private readonly hosts: RunHosts,
  ) {}

  /**
   * Into an open live run by its code. Whoever is in the cast takes their part. Whoever is not gets the first seat of
   * their tier that has no player; when there is none they watch as an observer. Somebody who was taken out of the run
   * stays out, and hears what they would hear of a code that nobody has. Wrong codes are counted for the person, so that
   * nobody can try them all, and far more of them for the address, which a whole office may share.
   * @throws JoinCodeUnknown, Throttled
   */
  async join(actor: Actor, code: string, address: string): Promise<string> {
    const keys = [
      ['drill_code', actor.personId],
      ['drill_code_address', address],
    ] as const;
    await this.throttle.check(keys.map(([kind, value]) => [kind, value]));
    const runId = await this.admit(actor, code);
    if (!runId) {
      await this.throttle.failed(keys.map(([kind, value]) => [kind, value]));
      throw new JoinCodeUnknown();
    }
    await this.presence.seen(await this.access.part(actor, runId));
    return runId;
  }

  /**
   * Starts a solo run at once; when one of this scenario is open already, that one goes on.
   * @throws ScenarioNotFound, Throttled
   */
  async solo(actor: Actor, scenarioId: string): Promise<string> {
    const now = this.clock.now();
    const runId = await this.database.transaction(async (tx) => {
      // Two taps on the button are one run: the second waits here and then finds the first.
      await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.personId]);
      const [open] = await tx.query<{ id: string }>(
        `SELECT r.id FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id
         WHERE r.created_by = $1 AND v.scenario_id = $2 AND r.mode = 'solo' AND r.status IN ('lobby', 'running', 'paused')`,
        [actor.personId, scenarioId],
      );
      if (open) return open.id;
      const versionId = await this.scenarios.published(tx, scenarioId);
      if (!versionId) throw new ScenarioNotFound();
      await this.checkSoloRuns(tx, actor.personId, now);
      const document = await this.scenarios.document(tx, versionId);
      const id = await insertRun(
        tx,
        document,
        {
          mode: 'solo',
          versionId,
          title: null,
          plannedFor: null,
          seed: drawSeed(),
          restartOf: null,
          createdBy: actor.personId,
        },
        now,
      );
      await tx.query(
        `INSERT INTO drill_participant (run_id, person_id, role, seat, added_at, joined_at, ready, last_seen_at)
         VALUES ($1, $2, 'player', $3, $4, $4, true, $4)`,
        [id, actor.personId, document.solo.seats[actor.tier], now],
      );
      return id;
    });
    await this.hosts.advance(runId, 'start');
    return runId;
  }

  /** Says that somebody has come and is ready. @throws DrillNotFound */
  async ready(actor: Actor, runId: string): Promise<void> {
    await this.presence.seen(await this.access.participant(actor, runId), true);
  }

  private async checkSoloRuns(tx: Tx, personId: string, now: Date): Promise<void> {
    const [last] = await tx.query<{ createdAt: Date }>(
      `SELECT created_at AS "createdAt" FROM drill_run
       WHERE created_by = $1 AND mode = 'solo' AND created_at > $2 ORDER BY created_at DESC OFFSET $3 LIMIT 1`,
      [personId, new Date(now.getTime() - HOUR_MS), SOLO_RUNS_AN_HOUR - 1],
    );
    if (last) throw new Throttled(Math.ceil((last.createdAt.getTime() + HOUR_MS - now.getTime()) / 1_000));
  }

  private admit(actor: Actor, code: string): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const [run] = await tx.query<OpenRun>(
        `SELECT id, scenario_version_id AS "versionId" FROM drill_run
         WHERE join_code = $1 AND status IN ('lobby', 'running', 'paused') FOR UPDATE`,
        [code],
      );
      if (!run) return null;
      const [part] = await tx.query<{ removed: boolean }>(
        `SELECT removed_at IS NOT NULL AS removed FROM drill_participant WHERE run_id = $1 AND person_id = $2`,
        [run.id, actor.personId],
      );
      if (part) return part.removed ? null : run.id;
      const taken = await tx.query<{ seat: string }>(
        `SELECT seat FROM drill_participant WHERE run_id = $1 AND role = 'player' AND removed_at IS NULL`,
        [run.id],
      );
      const { seats } = await this.scenarios.document(tx, run.versionId);
      const free = seats.find(
        ({ key, tier }) => tier === actor.tier && !taken.some(({ seat }) => seat === key),
      );
      const role: ParticipantRole = free ? 'player' : 'observer';
      await tx.query(
        `INSERT INTO drill_participant (run_id, person_id, role, seat, added_at) VALUES ($1, $2, $3, $4, $5)`,
        [run.id, actor.personId, role, free?.key ?? null, this.clock.now()],
      );
      return run.id;
    });
  }
}
