import { Injectable } from '@nestjs/common';
import type { Tier } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { refreshStandings } from '../standings/index.js';
import { CourseNotFound } from './learning.errors.js';
import { ENROL, ENROLMENT_COLUMNS, LOCK_ENROLMENT } from './learning.sql.js';
import { TierPlans } from './tier-plans.js';

/** A person in a course, with what was pinned when they began. */
export interface Enrolment {
  readonly id: string;
  readonly personId: string;
  readonly courseId: string;
  /** The version they began, whatever was published since. */
  readonly versionId: string;
  /** The tier they had when they began. */
  readonly tier: Tier;
  readonly completedAt: Date | null;
  /** All lessons of that version for that tier; the quiz opens only then. */
  readonly lessonsDone: boolean;
}
export type EnrolmentRow = Omit<Enrolment, 'lessonsDone'> & { doneLessonIds: string[] };

@Injectable()
export class Enrolments {
  constructor(
    private readonly clock: Clock,
    private readonly plans: TierPlans,
  ) {}

  /** Null when this person has not begun the course. */
  async find(sql: Sql, personId: string, courseId: string): Promise<Enrolment | null> {
    const [row] = await sql.prepared<EnrolmentRow>(
      'learning_enrolment',
      `SELECT ${ENROLMENT_COLUMNS} FROM enrolment e WHERE e.person_id = $1 AND e.course_id = $2`,
      [personId, courseId],
    );
    if (!row) return null;
    const { doneLessonIds, ...enrolment } = row;
    return { ...enrolment, lessonsDone: await this.lessonsDone(sql, row) };
  }

  async lessonsDone(sql: Sql, { versionId, tier, doneLessonIds }: EnrolmentRow): Promise<boolean> {
    const plan = await this.plans.plan(versionId, tier, sql);
    return plan.lessons.every(({ id }) => doneLessonIds.includes(id));
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
    await refreshStandings(tx, { personIds: [personId], courseIds: [courseId] });
  }
}
