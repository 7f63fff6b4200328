import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { CourseVersions } from '../content/index.js';
import { Completions } from '../learning/index.js';
import { merged } from './answer-sheet.js';
import { AttemptNotFound, SubmitKeyReused } from './attempt.errors.js';
import { earliestOpenEnd, isOver } from './attempt.rules.js';
import { AttemptsRepository, type AttemptWithSheet, type Outcome } from './attempts.repository.js';
import { read, type SentAnswer } from './incoming-answers.js';
import { toDecimal } from './points.js';
import { score, total } from './scoring.js';

const EXPIRE_BATCH = 200;

export interface Submission {
  answers: readonly SentAnswer[];
  /** What the client calls this request, so that sending it again is not another one. */
  key: string | null;
}
type Ending = Pick<Outcome, 'finishedAt' | 'finishedBy' | 'submitKey' | 'submitDigest'>;

/** Ends attempts, by their learner or by time. Each is ended once, whoever comes first and however often. */
@Injectable()
export class AttemptFinish {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repository: AttemptsRepository,
    private readonly versions: CourseVersions,
    private readonly completions: Completions,
  ) {}

  /**
   * Saves these answers, scores the attempt and closes it. On a finished attempt it does nothing: the result stands.
   * @throws SubmitKeyReused when the key that finished it comes again with another body
   */
  async submit(personId: string, id: string, { answers, key }: Submission): Promise<void> {
    const now = this.clock.now();
    const digest = key && createHash('sha256').update(JSON.stringify(answers)).digest('hex');
    await this.database.transaction(async (tx) => {
      const attempt = await this.repository.lock(tx, id, personId);
      if (!attempt) throw new AttemptNotFound();
      if (attempt.finishedAt) {
        if (key && attempt.submitKey === key && attempt.submitDigest !== digest) throw new SubmitKeyReused();
        return;
      }
      if (isOver(attempt.endsAt, now)) return this.closeByTime(tx, attempt);
      const ending = {
        finishedAt: now,
        finishedBy: 'learner',
        submitKey: key,
        submitDigest: digest,
      } as const;
      await this.close(tx, attempt, answers, ending);
    });
  }

  /** Ends an attempt whose time is up with what was saved; leaves every other one alone. */
  async byTime(id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const attempt = await this.repository.lock(tx, id);
      if (attempt && !attempt.finishedAt && isOver(attempt.endsAt, now)) await this.closeByTime(tx, attempt);
    });
  }

  /** Ends an open practice because another one begins. */
  async abandon(tx: Tx, id: string): Promise<void> {
    const attempt = await this.repository.lock(tx, id);
    if (!attempt || attempt.finishedAt) return;
    const ending = {
      finishedAt: this.clock.now(),
      finishedBy: 'learner',
      submitKey: null,
      submitDigest: null,
    } as const;
    await this.close(tx, attempt, [], ending);
  }

  /** Ends every attempt whose time is up. What fails is tried again next time and does not hold up the others. */
  async expireDue(): Promise<void> {
    const due = await this.repository.due(earliestOpenEnd(this.clock.now()), EXPIRE_BATCH);
    let failure: Error | undefined;
    // One after the other, so that learners at work keep the other connections.
    for (const id of due) await this.byTime(id).catch((error: Error) => (failure = error));
    if (failure) throw failure;
    if (due.length === EXPIRE_BATCH) await this.expireDue();
  }

  /** What was saved counts; it ended when its time did, however late somebody noticed. */
  private closeByTime(tx: Tx, attempt: AttemptWithSheet): Promise<void> {
    const ending = {
      finishedAt: attempt.endsAt!,
      finishedBy: 'time',
      submitKey: null,
      submitDigest: null,
    } as const;
    return this.close(tx, attempt, [], ending);
  }

  private async close(
    tx: Tx,
    attempt: AttemptWithSheet,
    answers: readonly SentAnswer[],
    ending: Ending,
  ): Promise<void> {
    const ids = attempt.sheet.map(({ questionVersionId }) => questionVersionId);
    // Everything through this transaction: a second connection could run the pool dry under many submits.
    const questions = await this.versions.questionsOf(ids, tx);
    const keys = await this.versions.keysOf(ids, tx);
    const version = await this.versions.version(attempt.versionId, tx);
    const shownQuestions = attempt.sheet.map((entry, i) => ({ ...entry, type: questions[i]!.type }));
    const sheet = merged(attempt.sheet, read(shownQuestions, answers));
    const parts = sheet.map((entry, i) => score(keys[i]!.answer, entry.answer));
    const { points, maxPoints, percent, passed } = total(parts, version!.quiz.passPercent);
    await this.repository.finish(tx, attempt.id, {
      ...ending,
      points: toDecimal(points),
      maxPoints,
      scorePercent: percent,
      passed,
      sheet: sheet.map((entry, i) => ({ ...entry, points: toDecimal(parts[i]!) })),
    });
    if (passed && attempt.kind === 'graded') await this.completions.completeIfDone(tx, attempt.enrolmentId);
  }
}
