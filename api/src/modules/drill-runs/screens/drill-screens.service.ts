import { Injectable } from '@nestjs/common';
import type { DrillEventPage, DrillStage, ParticipantRole } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { DrillAccess } from '../drill-access.js';
import { toClock } from '../drill-run.mapper.js';
import { DrillRunsReadModel } from '../drill-runs.read-model.js';
import { stageOf } from './drill-stage.js';
import { RunScenarios } from '../host/run-scenarios.js';
import { RunEvents } from '../stream/run-events.js';
import { isVeiled, viewpointOf } from '../stream/viewpoint.js';

const PAGE = 1_000;
/** Observers see what happens and not what is to come: with the code of a run anybody can become one. */
const STEERS: ReadonlySet<ParticipantRole> = new Set(['controller', 'evaluator', 'simulator']);

/** What the screens of a participant are drawn from. */
@Injectable()
export class DrillScreens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: DrillAccess,
    private readonly runs: DrillRunsReadModel,
    private readonly scenarios: RunScenarios,
    private readonly shown: RunEvents,
  ) {}

  /** @throws DrillNotFound */
  async stage(actor: Actor, id: string): Promise<DrillStage> {
    const part = await this.access.part(actor, id);
    const document = await this.scenarios.document(this.database, part.run.scenarioVersionId);
    return stageOf(document, await this.runs.run(id), part, {
      course: !isVeiled(viewpointOf(part)),
      // Whoever takes part sees what their part sees, whatever else they may read.
      msel: STEERS.has(part.role) || (part.participantId === null && actor.permissions.has('scenario.read')),
    });
  }

  /** @throws DrillNotFound */
  async events(actor: Actor, id: string, after: number): Promise<DrillEventPage> {
    const part = await this.access.part(actor, id);
    return {
      events: await this.shown.seenAfter(id, viewpointOf(part), after, PAGE),
      clock: toClock(part.run, this.clock.now()),
    };
  }
}
