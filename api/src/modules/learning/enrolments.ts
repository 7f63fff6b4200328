import { Injectable } from '@nestjs/common';
import type { Tier } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { Certifications } from '../certification/index.js';
import { refreshStandings } from '../standings/index.js';
import { CourseNotAskedAgain, CourseNotFound } from './learning.errors.js';
import { ENROL, enrol, LOCK_ENROLMENT } from './learning.sql.js';
import { TierPlans } from './tier-plans.js';

/** What was pinned when a person began a course, and what they have done since. */
export interface Enrolment {
  /** The version they began, whatever was published since. */
  readonly versionId: string;
  /** The tier they had when they began. */
  readonly tier: Tier;
  readonly doneLessonIds: readonly string[];
}

@Injectable()
export class Enrolments {
  constructor(
    private readonly clock: Clock,
    private readonly plans: TierPlans,
    private readonly certifications: Certifications,
  ) {}

  /** Whether all lessons of the version are done that its tier gets; the quiz opens only then. */
  async lessonsDone(sql: Sql, { versionId, tier, doneLessonIds }: Enrolment): Promise<boolean> {
    const plan = await this.plans.plan(versionId, tier, sql);
    return plan.lessons.every(({ id }) => doneLessonIds.includes(id));
  }

  /**
   * Begins a completed course again, because a renewal asks for it; what was done before stays as it was.
   * @throws CourseNotFound for what is not theirs, CourseNotAskedAgain when no renewal asks for it
   */
  async beginAgain(tx: Tx, personId: string, courseId: string): Promise<void> {
    const [held] = await tx.query<{ id: string; done: boolean }>(LOCK_ENROLMENT, [personId, courseId]);
    if (!held) throw new CourseNotFound();
    if (!held.done) return;
    if (!(await this.certifications.asksAgain(tx, personId, courseId))) throw new CourseNotAskedAgain();
    await this.reopen(tx, personId, courseId);
  }

  /** Begins a completed course again for a reason that the caller knows; what is not completed goes on as it is. */
  async reopen(tx: Tx, personId: string, courseId: string): Promise<void> {
    const superseded = await tx.query(
      `UPDATE enrolment SET superseded_at = $3
       WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL AND completed_at IS NOT NULL RETURNING 1`,
      [personId, courseId, this.clock.now()],
    );
    if (superseded.length === 0) return;
    await tx.query(enrol('true'), [personId, courseId, this.clock.now()]);
    await this.begun(tx, personId, courseId);
  }

  /** Undoes `reopen` as long as nothing has been done since; what was begun stays theirs. */
  async foldBack(tx: Tx, personId: string, courseId: string): Promise<void> {
    const [gone] = await tx.query<{ round: number }>(
      `DELETE FROM enrolment e
       WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL AND round > 1 AND completed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM lesson_progress p WHERE p.enrolment_id = e.id)
         AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.enrolment_id = e.id)
       RETURNING round`,
      [personId, courseId],
    );
    if (!gone) return;
    await tx.query(
      'UPDATE enrolment SET superseded_at = NULL WHERE person_id = $1 AND course_id = $2 AND round = $3',
      [personId, courseId, gone.round - 1],
    );
    await refreshStandings(tx, { personIds: [personId], courseIds: [courseId] });
  }

  /**
   * Locks the enrolment until the transaction ends. Begins the course if it was not begun: in the version published
   * now, with the tier this person has now. Throws CourseNotFound for what is neither assigned nor begun.
   */
  async hold(tx: Tx, personId: string, courseId: string): Promise<void> {
    const lock = () => tx.query(LOCK_ENROLMENT, [personId, courseId]);
    if ((await lock()).length > 0) return;
    await tx.query(ENROL, [personId, courseId, this.clock.now()]);
    if ((await lock()).length === 0) throw new CourseNotFound();
    await this.begun(tx, personId, courseId);
  }

  private async begun(tx: Tx, personId: string, courseId: string): Promise<void> {
    await refreshStandings(tx, { personIds: [personId], courseIds: [courseId] });
    await this.certifications.afterLearning(tx, personId, courseId);
  }
}
