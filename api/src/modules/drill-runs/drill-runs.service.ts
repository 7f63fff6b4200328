import { Injectable } from '@nestjs/common';
import type {
  Casting,
  CastBody,
  CreateDrillRunBody,
  DrillRunDetail,
  RestartDrillRunBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DrillAccess } from './drill-access.js';
import { DrillCast } from './entry/drill-cast.js';
import { DrillNotFound, DrillNotOver, DrillOver, ScenarioNotFound } from './drill-run.errors.js';
import { DrillRunsReadModel } from './drill-runs.read-model.js';
import { isOver } from './host/drill-clock.js';
import { RunHosts } from './host/run-hosts.js';
import { lockRun } from './host/run-row.js';
import { RunScenarios } from './host/run-scenarios.js';
import { drawSeed } from './entry/join-code.js';
import { insertRun } from './entry/insert-run.js';

/** Whose name stands under a run, and from where they may cast. */
export type RunAuthor = Pick<Actor, 'personId' | 'scopeDepartmentId'>;

/** Making live runs and casting them. */
@Injectable()
export class DrillRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
    private readonly casting: DrillCast,
    private readonly hosts: RunHosts,
    private readonly runs: DrillRunsReadModel,
    private readonly access: DrillAccess,
  ) {}

  /**
   * A run of the published version of a scenario, its lobby open. Returns its id.
   * Within the transaction given, if any, so that whoever plans runs can note it together with the run.
   * @throws ScenarioNotFound, CastInvalid, PersonNotFound
   */
  async open(author: RunAuthor, body: z.infer<typeof CreateDrillRunBody>, within?: Tx): Promise<string> {
    const work = async (tx: Tx) => {
      const versionId = await this.scenarios.published(tx, body.scenarioId);
      if (!versionId) throw new ScenarioNotFound();
      const document = await this.scenarios.document(tx, versionId);
      const cast = this.casting.withLead(body.participants, author.personId);
      await this.casting.check(tx, author, document, cast, [author.personId]);
      return this.insert(tx, author, {
        versionId,
        title: body.title,
        plannedFor: body.plannedFor,
        seed: body.seed ?? drawSeed(),
        restartOf: null,
        cast,
      });
    };
    return within ? work(within) : this.database.transaction(work);
  }

  async create(actor: Actor, body: z.infer<typeof CreateDrillRunBody>): Promise<DrillRunDetail> {
    return this.runs.detail(actor, await this.open(actor, body));
  }

  /** Replaces the cast until the run is over. @throws DrillNotFound, RoleForbids, DrillOver, CastInvalid, PersonNotFound */
  async cast(actor: Actor, id: string, body: z.infer<typeof CastBody>): Promise<DrillRunDetail> {
    const before = await this.runs.detail(actor, id);
    if (before.mode === 'solo') throw new DrillNotFound();
    await this.access.mustDirect(actor, id);
    const started = await this.database.transaction(async (tx) => {
      const row = (await lockRun(tx, id))!;
      if (isOver(row.status)) throw new DrillOver();
      const lead = await this.lead(tx, id);
      const cast = this.casting.withLead(body.participants, lead);
      const document = await this.scenarios.document(tx, row.scenarioVersionId);
      const known = before.participants.map(({ person }) => person.id);
      await this.casting.check(tx, actor, document, cast, [...known, lead]);
      await this.casting.write(tx, id, cast, this.clock.now());
      return row.status !== 'lobby';
    });
    if (started) await this.hosts.advance(id, 'seats');
    return this.runs.detail(actor, id);
  }

  /**
   * A new run of the same version with the same cast, as far as they are still here; nothing of the old one changes.
   * @throws DrillNotFound, RoleForbids, DrillNotOver
   */
  async restart(
    actor: Actor,
    id: string,
    body: z.infer<typeof RestartDrillRunBody>,
  ): Promise<DrillRunDetail> {
    const old = await this.runs.detail(actor, id);
    if (old.mode === 'solo') throw new DrillNotFound();
    await this.access.mustDirect(actor, id);
    if (!isOver(old.clock.status)) throw new DrillNotOver();
    const cast = old.participants.map(({ person, role, seat }) => ({ personId: person.id, role, seat }));
    const next = await this.database.transaction(async (tx) =>
      this.insert(tx, actor, {
        versionId: old.scenario.versionId,
        title: old.title,
        plannedFor: null,
        seed: body.seed ?? drawSeed(),
        restartOf: id,
        cast: this.casting.withLead(await this.casting.stillHere(tx, cast), actor.personId),
      }),
    );
    return this.runs.detail(actor, next);
  }

  private async insert(
    tx: Tx,
    author: RunAuthor,
    run: {
      versionId: string;
      title: string | null;
      plannedFor: string | null;
      seed: number;
      restartOf: string | null;
      cast: readonly Casting[];
    },
  ): Promise<string> {
    const now = this.clock.now();
    const document = await this.scenarios.document(tx, run.versionId);
    const id = await insertRun(tx, document, { ...run, mode: 'live', createdBy: author.personId }, now);
    await this.casting.write(tx, id, run.cast, now);
    return id;
  }

  private async lead(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ lead: string }>('SELECT created_by AS lead FROM drill_run WHERE id = $1', [
      id,
    ]);
    return row!.lead;
  }
}
