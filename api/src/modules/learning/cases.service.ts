import { Injectable } from '@nestjs/common';
import type { CaseState } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { StoredCase } from '../content/index.js';
import { caseState, judge, openNode, type Decision } from './case-run.js';
import { afterDecision } from './course-progress.js';
import { Enrolments } from './enrolments.js';
import { DecisionNotOpen } from './learning.errors.js';
import { LessonProgressRepository, stepTo, type Place } from './lesson-progress.js';
import type { LessonAddress } from './lessons.service.js';
import { TierPlans } from './tier-plans.js';

interface Run {
  place: Place;
  graph: StoredCase;
  /** Decisions of the run that counts, in order. */
  taken: Decision[];
}

/** Playing through the case of a lesson. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: TierPlans,
    private readonly enrolments: Enrolments,
    private readonly progress: LessonProgressRepository,
  ) {}

  /** Takes the decision that waits; the same one again answers the present state. Throws DecisionNotOpen. */
  async decide(actor: Actor, address: LessonAddress, decision: Decision): Promise<CaseState> {
    return this.database.transaction(async (tx) => {
      const { place, graph, taken } = await this.hold(tx, actor, address);
      const verdict = judge(graph, taken, decision);
      if (verdict === 'not_open') throw new DecisionNotOpen();
      if (verdict === 'repeated') return caseState(graph, taken, address.locale);

      const now = [...taken, decision];
      const playedOut = openNode(graph, now) === null;
      const after = afterDecision(place.lesson, place.before, { taken: now.length, playedOut });
      const run = await this.progress.write(tx, stepTo(place, after));
      await tx.query(
        `INSERT INTO case_decision (enrolment_id, lesson_id, run, ordinal, node_id, option_id, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          place.enrolment.id,
          place.lesson.id,
          run,
          now.length,
          decision.nodeId,
          decision.optionId,
          this.clock.now(),
        ],
      );
      return caseState(graph, now, address.locale);
    });
  }

  /** Begins a new run. Decisions of earlier runs are kept, and a lesson that is done stays done. */
  async restart(actor: Actor, address: LessonAddress): Promise<CaseState> {
    return this.database.transaction(async (tx) => {
      const { place, graph, taken } = await this.hold(tx, actor, address);
      if (taken.length > 0)
        await tx.query(
          'UPDATE lesson_progress SET case_run = case_run + 1 WHERE enrolment_id = $1 AND lesson_id = $2',
          [place.enrolment.id, place.lesson.id],
        );
      return caseState(graph, [], address.locale);
    });
  }

  private async hold(tx: Tx, actor: Actor, { courseId, lessonId }: LessonAddress): Promise<Run> {
    await this.enrolments.hold(tx, actor.personId, courseId);
    const place = (await this.progress.find(tx, actor.personId, courseId, lessonId))!;
    const { case: graph } = await this.plans.content(place.plan.version.id, lessonId, tx);
    if (!graph) throw new DecisionNotOpen();
    const taken = await tx.query<Decision>(
      `SELECT d.node_id AS "nodeId", d.option_id AS "optionId"
       FROM lesson_progress p JOIN case_decision d USING (enrolment_id, lesson_id)
       WHERE p.enrolment_id = $1 AND p.lesson_id = $2 AND d.run = p.case_run ORDER BY d.ordinal`,
      [place.enrolment.id, lessonId],
    );
    return { place, graph, taken };
  }
}
