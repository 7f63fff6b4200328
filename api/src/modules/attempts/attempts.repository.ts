import { Injectable } from '@nestjs/common';
import type { Tier } from '@readyroom/contract';
import { Database, type Sql, type Tx } from '../../platform/database/database.js';
import type { PoolQuestion } from '../content/index.js';
import type { Held } from './answer-sheet.js';
import {
  ATTEMPT_DUE,
  ATTEMPT_FINISH,
  ATTEMPT_LOCK,
  ATTEMPT_OPEN,
  ATTEMPT_READ,
  ATTEMPT_RESULT,
  ATTEMPT_SAVE,
  ATTEMPT_STANDING,
} from './attempts.sql.js';
import type { Presentation } from './presentation.js';

export interface AttemptRow {
  id: string;
  personId: string;
  enrolmentId: string;
  versionId: string;
  quizId: string;
  courseId: string;
  kind: 'graded' | 'practice';
  number: number;
  startedAt: Date;
  endsAt: Date | null;
  finishedAt: Date | null;
  finishedBy: 'learner' | 'time' | null;
  submitKey: string | null;
  submitDigest: string | null;
  points: number | null;
  maxPoints: number | null;
  scorePercent: number | null;
  passed: boolean | null;
}
/** One question of an attempt: how it is shown and what is answered. */
export interface SheetRow extends Held {
  questionVersionId: string;
  presentation: Presentation;
  points: number | null;
}
export interface AttemptWithSheet extends AttemptRow {
  sheet: SheetRow[];
}
export interface ResultRow extends AttemptWithSheet {
  /** Graded attempts of this quiz so far, open ones too. */
  used: number;
  courseCompleted: boolean;
  certificateId: string | null;
}
/** An enrolment with what a quiz asks of it. */
export interface Standing {
  id: string;
  personId: string;
  courseId: string;
  versionId: string;
  tier: Tier;
  completedAt: Date | null;
  departmentId: string;
  doneLessonIds: string[];
  attempts: {
    id: string;
    kind: AttemptRow['kind'];
    number: number;
    open: boolean;
    passed: boolean | null;
    practiceOf: string | null;
  }[];
  /** Questions seen in graded attempts. */
  met: string[];
}
export interface NewAttempt {
  standing: Standing;
  quizId: string;
  practiceOf: string | null;
  number: number;
  startedAt: Date;
  endsAt: Date | null;
  questions: { question: PoolQuestion; presentation: Presentation }[];
}
export interface Outcome {
  finishedAt: Date;
  finishedBy: 'learner' | 'time';
  submitKey: string | null;
  submitDigest: string | null;
  points: number;
  maxPoints: number;
  scorePercent: number;
  passed: boolean;
  sheet: (Held & { points: number })[];
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Reads and writes attempts. What belongs to one person is only ever read with that person's id. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  async standing(personId: string, courseId: string): Promise<Standing | undefined> {
    const [row] = await this.database.prepared<Standing>('attempt_standing', ATTEMPT_STANDING, [
      personId,
      courseId,
    ]);
    return row;
  }

  /** The id of the new attempt; undefined when another request was faster. */
  async open(made: NewAttempt, sql: Sql = this.database): Promise<string | undefined> {
    const { standing, questions } = made;
    const [row] = await sql.prepared<{ id: string }>('attempt_open', ATTEMPT_OPEN, [
      standing.id,
      standing.personId,
      standing.courseId,
      standing.versionId,
      made.quizId,
      standing.tier,
      standing.departmentId,
      made.practiceOf ? 'practice' : 'graded',
      made.practiceOf,
      made.number,
      made.startedAt,
      made.endsAt,
      questions.map(({ question }) => question.questionId),
      questions.map(({ question }) => question.questionVersionId),
      questions.map(({ question }) => question.topic),
      questions.map(({ presentation }) => JSON.stringify(presentation)),
    ]);
    return row?.id;
  }

  async find(id: string, personId: string): Promise<AttemptWithSheet | undefined> {
    const [row] = await this.database.prepared<AttemptWithSheet>('attempt_read', ATTEMPT_READ, [
      id,
      personId,
    ]);
    return row;
  }

  async findResult(id: string, personId: string): Promise<ResultRow | undefined> {
    const [row] = await this.database.prepared<ResultRow>('attempt_result', ATTEMPT_RESULT, [id, personId]);
    return row;
  }

  /** Positions saved, or undefined when the attempt is not open to this person (any more). */
  async save(
    id: string,
    personId: string,
    save: { deviceId: string; answers: readonly Held[]; now: Date; earliestEnd: Date },
  ): Promise<{ endsAt: Date | null; otherDevice: boolean; saved: number[] } | undefined> {
    const { answers, now } = save;
    const [row] = await this.database.prepared<{
      endsAt: Date | null;
      otherDevice: boolean;
      saved: number[];
    }>('attempt_save', ATTEMPT_SAVE, [
      id,
      personId,
      save.deviceId,
      now,
      new Date(now.getTime() - 60_000),
      save.earliestEnd,
      answers.map(({ position }) => position),
      answers.map(({ seq }) => seq),
      answers.map(({ answer }) => json(answer)),
    ]);
    return row;
  }

  /** The attempt and its sheet, locked until the transaction ends; without a person anybody's. */
  async lock(tx: Tx, id: string, personId: string | null = null): Promise<AttemptWithSheet | undefined> {
    const rows = await tx.prepared<AttemptRow & SheetRow & { questionPoints: number | null }>(
      'attempt_lock',
      ATTEMPT_LOCK,
      [id, personId],
    );
    return (
      rows[0] && {
        ...rows[0],
        sheet: rows.map(({ position, questionVersionId, presentation, answer, seq, questionPoints }) => ({
          position,
          questionVersionId,
          presentation,
          answer,
          seq,
          points: questionPoints,
        })),
      }
    );
  }

  async finish(tx: Tx, id: string, outcome: Outcome): Promise<void> {
    const { sheet } = outcome;
    await tx.prepared('attempt_finish', ATTEMPT_FINISH, [
      id,
      outcome.finishedAt,
      outcome.finishedBy,
      outcome.submitKey,
      outcome.submitDigest,
      outcome.points,
      outcome.maxPoints,
      outcome.scorePercent,
      outcome.passed,
      sheet.map(({ position }) => position),
      sheet.map(({ points }) => points),
      sheet.map(({ seq }) => seq),
      sheet.map(({ answer }) => json(answer)),
    ]);
  }

  async due(earliestEnd: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(ATTEMPT_DUE, [earliestEnd, limit]);
    return rows.map(({ id }) => id);
  }
}
