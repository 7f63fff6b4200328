import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { issueCertificate } from '../certificates/index.js';
import { Certifications } from '../certification/index.js';
import { refreshStandings } from '../standings/index.js';
import { Enrolments, type Enrolment } from './enrolments.js';
import { COMPLETION_STATE } from './learning.sql.js';

interface StateRow extends Enrolment {
  personId: string;
  courseId: string;
  /** Where the person works now. */
  departmentId: string;
  completionId: string | null;
  /** The graded attempt that passed the quiz. */
  attemptId: string | null;
  scorePercent: number | null;
}

@Injectable()
export class Completions {
  constructor(
    private readonly clock: Clock,
    private readonly enrolments: Enrolments,
    private readonly certifications: Certifications,
  ) {}

  /**
   * Completes the course when all its lessons are done and its quiz is passed: writes the one completion with version,
   * tier, present department and score, and issues the certificate. Call it in the transaction that finished a lesson
   * or an attempt. Returns the id of the completion, also of one made earlier, or null while something is missing.
   */
  async completeIfDone(tx: Tx, enrolmentId: string): Promise<string | null> {
    // Those who finish at the same moment wait here, and then see what the first one wrote.
    await tx.query('SELECT id FROM enrolment WHERE id = $1 FOR NO KEY UPDATE', [enrolmentId]);
    const [state] = await tx.query<StateRow>(COMPLETION_STATE, [enrolmentId]);
    if (!state) return null;
    if (state.completionId) return state.completionId;
    if (!state.attemptId || !(await this.enrolments.lessonsDone(tx, state))) return null;

    const now = this.clock.now();
    const [completion] = await tx.query<{ id: string }>(
      `INSERT INTO completion
         (person_id, course_id, version_id, enrolment_id, tier, department_id, attempt_id, score_percent, completed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        state.personId,
        state.courseId,
        state.versionId,
        enrolmentId,
        state.tier,
        state.departmentId,
        state.attemptId,
        state.scorePercent,
        now,
      ],
    );
    await tx.query(
      'UPDATE enrolment SET percent = 100, completed_at = $2, last_activity_at = $2, revision = revision + 1 WHERE id = $1',
      [enrolmentId, now],
    );
    await refreshStandings(tx, { personIds: [state.personId], courseIds: [state.courseId] });
    await issueCertificate(tx, now, completion!.id);
    await this.certifications.afterLearning(tx, state.personId, state.courseId);
    return completion!.id;
  }
}
