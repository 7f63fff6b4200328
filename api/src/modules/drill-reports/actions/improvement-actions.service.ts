import { Injectable } from '@nestjs/common';
import type {
  ActionStatus,
  CreateImprovementActionBody,
  ImprovementAction,
  UpdateImprovementActionBody,
  UpdateMyActionBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DrillAccess, DrillRunsReadModel } from '../../drill-runs/index.js';
import {
  ImprovementActionNotFound,
  ImprovementActionVerified,
  ObjectiveUnknown,
  PersonNotFound,
  ScenarioNotFound,
} from '../drill-report.errors.js';
import { DatesOutOfOrder } from './dates-out-of-order.js';
import { ImprovementActionsReadModel } from './improvement-actions.read-model.js';

interface Stored {
  status: ActionStatus;
  startOn: string;
  dueOn: string;
}

/** Writing corrective actions. Nobody sets `verified`; see Verification. */
@Injectable()
export class ImprovementActions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: DrillRunsReadModel,
    private readonly access: DrillAccess,
    private readonly actions: ImprovementActionsReadModel,
  ) {}

  /** @throws PersonNotFound, ScenarioNotFound, ObjectiveUnknown, DrillNotFound, RoleForbids */
  async create(actor: Actor, body: z.infer<typeof CreateImprovementActionBody>): Promise<ImprovementAction> {
    if (body.runId) {
      await this.runs.detail(actor, body.runId);
      await this.access.mustJudge(actor, body.runId);
    }
    return this.database.transaction(async (tx) => {
      await this.checkOwner(tx, actor, body.ownerId);
      await this.checkObjective(tx, body.scenarioId, body.objective);
      const [row] = await tx.query<{ id: string }>(
        `INSERT INTO improvement_action (what, owner_id, scenario_id, objective, run_id, start_on, due_on, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          body.what,
          body.ownerId,
          body.scenarioId,
          body.objective,
          body.runId,
          body.startOn,
          body.dueOn,
          actor.personId,
          this.clock.now(),
        ],
      );
      return this.actions.one(tx, row!.id);
    });
  }

  /** @throws ImprovementActionNotFound, ImprovementActionVerified, PersonNotFound, DatesOutOfOrder */
  async update(
    actor: Actor,
    id: string,
    body: z.infer<typeof UpdateImprovementActionBody>,
  ): Promise<ImprovementAction> {
    return this.database.transaction(async (tx) => {
      await this.actions.get(tx, actor, id);
      const stored = await this.locked(tx, id);
      if (body.ownerId) await this.checkOwner(tx, actor, body.ownerId);
      if ((body.startOn ?? stored.startOn) > (body.dueOn ?? stored.dueOn)) throw new DatesOutOfOrder();
      await this.write(tx, id, stored, body);
      return this.actions.get(tx, actor, id);
    });
  }

  /** What its owner says about it. @throws ImprovementActionNotFound, ImprovementActionVerified */
  async report(
    actor: Actor,
    id: string,
    body: z.infer<typeof UpdateMyActionBody>,
  ): Promise<ImprovementAction> {
    return this.database.transaction(async (tx) => {
      const mine = await tx.query(
        `SELECT 1 FROM improvement_action WHERE id = $1 AND owner_id = $2 AND status <> 'dropped'`,
        [id, actor.personId],
      );
      if (mine.length === 0) throw new ImprovementActionNotFound();
      await this.write(tx, id, await this.locked(tx, id), body);
      return this.actions.one(tx, id);
    });
  }

  /** @throws ImprovementActionNotFound, ImprovementActionVerified: what a run has shown stays */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.actions.get(tx, actor, id);
      await this.locked(tx, id);
      await tx.query('DELETE FROM improvement_action WHERE id = $1', [id]);
    });
  }

  private async locked(tx: Tx, id: string): Promise<Stored> {
    const [row] = await tx.query<Stored>(
      'SELECT status, start_on AS "startOn", due_on AS "dueOn" FROM improvement_action WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!row) throw new ImprovementActionNotFound();
    if (row.status === 'verified') throw new ImprovementActionVerified();
    return row;
  }

  private async write(
    tx: Tx,
    id: string,
    stored: Stored,
    body: z.infer<typeof UpdateImprovementActionBody>,
  ): Promise<void> {
    const status = body.status ?? stored.status;
    await tx.query(
      `UPDATE improvement_action SET what = coalesce($2, what), owner_id = coalesce($3, owner_id),
         start_on = coalesce($4, start_on), due_on = coalesce($5, due_on), proof = coalesce($6, proof), status = $7,
         done_at = CASE WHEN $7 <> 'done' THEN NULL ELSE coalesce(done_at, $8) END
       WHERE id = $1`,
      [
        id,
        body.what ?? null,
        body.ownerId ?? null,
        body.startOn ?? null,
        body.dueOn ?? null,
        body.proof ?? null,
        status,
        this.clock.now(),
      ],
    );
  }

  private async checkOwner(tx: Tx, actor: Actor, ownerId: string): Promise<void> {
    const found = await tx.query(
      `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.id = $1 AND p.status = 'active' AND ($2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])`,
      [ownerId, actor.scopeDepartmentId],
    );
    if (found.length === 0) throw new PersonNotFound();
  }

  private async checkObjective(tx: Tx, scenarioId: string, objective: string): Promise<void> {
    const versions = await tx.query<{ known: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM jsonb_array_elements(document->'objectives') o WHERE o->>'key' = $2) AS known
       FROM scenario_version WHERE scenario_id = $1`,
      [scenarioId, objective],
    );
    if (versions.length === 0) throw new ScenarioNotFound();
    if (!versions.some(({ known }) => known)) throw new ObjectiveUnknown();
  }
}
