import { Injectable } from '@nestjs/common';
import type { OpenAttempt } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CourseVersions, type PoolQuestion, type QuizSpec } from '../content/index.js';
import { Enrolments } from '../learning/index.js';
import { AttemptFinish } from './attempt-finish.service.js';
import {
  AlreadyPassed,
  AttemptNotFinished,
  AttemptNotFound,
  AttemptsUsedUp,
  LessonsUnfinished,
  NothingToPractise,
  QuizNotFound,
} from './attempt.errors.js';
import { toOpenAttempt } from './attempt.mapper.js';
import { attemptsLeft, endOf, isOver } from './attempt.rules.js';
import {
  AttemptsRepository,
  type AttemptWithSheet,
  type NewAttempt,
  type Standing,
} from './attempts.repository.js';
import { draw } from './draw.js';
import { present } from './presentation.js';
import { RandomSource } from './random.js';
import { ShownQuestions } from './shown-questions.js';

/** `created: false` = it was open already. */
export interface Started {
  created: boolean;
  attempt: OpenAttempt;
}

/** A request that loses a race looks again; more than a few times in a row is a fault. */
const TRIES = 5;

/** Begins attempts: graded ones by the policy of the quiz, practice whenever something went wrong. */
@Injectable()
export class AttemptStart {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repository: AttemptsRepository,
    private readonly versions: CourseVersions,
    private readonly enrolments: Enrolments,
    private readonly finish: AttemptFinish,
    private readonly random: RandomSource,
    private readonly shown: ShownQuestions,
  ) {}

  /** Begins the next graded attempt, or gives back the one that is open. */
  async start(personId: string, courseId: string, quizId: string): Promise<Started> {
    for (let tries = 0; tries < TRIES; tries++) {
      const standing = await this.repository.standing(personId, courseId);
      const version = standing && (await this.versions.version(standing.versionId));
      if (!standing || version?.quiz.id !== quizId) throw new QuizNotFound();
      const graded = standing.attempts.filter(({ kind }) => kind === 'graded');
      const open = graded.find((attempt) => attempt.open);
      if (open) {
        const again = await this.stillOpen(personId, open.id);
        if (again) return { created: false, attempt: await this.shape(again) };
        continue;
      }
      refuseByPolicy(graded, version.quiz);
      if (!(await this.enrolments.lessonsDone(this.database, standing))) throw new LessonsUnfinished();
      const pool = await this.versions.pool(version.id);
      const learner = { tier: standing.tier, met: new Set(standing.met) };
      const questions = draw(pool, version.quiz.draw, learner, this.random);
      const startedAt = this.clock.now();
      const endsAt = endOf(startedAt, version.quiz.limitMinutes);
      const number = graded.length + 1;
      const attempt = await this.open(
        { standing, quizId, practiceOf: null, number, startedAt, endsAt },
        questions,
      );
      if (attempt) return { created: true, attempt };
    }
    throw new Error(`Starting quiz ${quizId} kept colliding`);
  }

  /** Begins a practice of the questions that did not earn full points, or gives back the one that is open. */
  async practise(personId: string, attemptId: string): Promise<Started> {
    const source = await this.repository.find(attemptId, personId);
    if (!source) throw new AttemptNotFound();
    if (!source.finishedAt) {
      if (!isOver(source.endsAt, this.clock.now())) throw new AttemptNotFinished();
      await this.finish.byTime(attemptId);
      return this.practise(personId, attemptId);
    }
    const wrong = source.sheet.filter(({ points }) => (points ?? 0) < 1);
    if (wrong.length === 0) throw new NothingToPractise();
    const questions = await this.versions.questionsOf(
      wrong.map(({ questionVersionId }) => questionVersionId),
    );
    const { courseId, quizId } = source;
    for (let tries = 0; tries < TRIES; tries++) {
      const standing = (await this.repository.standing(personId, courseId))!;
      const earlier = standing.attempts.filter(({ kind }) => kind === 'practice');
      const open = earlier.find((attempt) => attempt.open);
      if (open?.practiceOf === attemptId) {
        const again = await this.stillOpen(personId, open.id);
        if (again) return { created: false, attempt: await this.shape(again) };
        continue;
      }
      if (open) await this.database.transaction((tx) => this.finish.abandon(tx, open.id));
      const number = earlier.length + 1;
      const startedAt = this.clock.now();
      const made = { standing, quizId, practiceOf: attemptId, number, startedAt, endsAt: null };
      const attempt = await this.open(made, questions);
      if (attempt) return { created: true, attempt };
    }
    throw new Error(`Starting a practice of ${attemptId} kept colliding`);
  }

  /** An attempt that takes answers; one whose time is up is ended on the way. */
  private async stillOpen(personId: string, id: string): Promise<AttemptWithSheet | null> {
    const attempt = await this.repository.find(id, personId);
    if (!attempt || attempt.finishedAt) return null;
    if (!isOver(attempt.endsAt, this.clock.now())) return attempt;
    await this.finish.byTime(id);
    return null;
  }

  private async open(
    made: Omit<NewAttempt, 'questions'>,
    questions: PoolQuestion[],
  ): Promise<OpenAttempt | null> {
    const keys = await this.versions.keysOf(questions.map(({ questionVersionId }) => questionVersionId));
    const arranged = questions.map((question, i) => ({
      question,
      presentation: present(question, keys[i]!.answer, this.random),
    }));
    const id = await this.repository.open({ ...made, questions: arranged });
    if (!id) return null;
    const version = (await this.versions.version(made.standing.versionId))!;
    const sheet = arranged.map(({ question, presentation }, i) => ({
      position: i + 1,
      type: question.type,
      questionVersionId: question.questionVersionId,
      presentation,
      seq: 0,
      answer: null,
      points: null,
    }));
    const kind = made.practiceOf ? 'practice' : 'graded';
    const { courseId, personId } = made.standing;
    this.shown.remember(id, personId, sheet);
    return toOpenAttempt({ ...made, id, courseId, kind, sheet }, version.quiz, questions, made.startedAt);
  }

  private async shape(attempt: AttemptWithSheet): Promise<OpenAttempt> {
    const version = (await this.versions.version(attempt.versionId))!;
    const questions = await this.versions.questionsOf(attempt.sheet.map((entry) => entry.questionVersionId));
    return toOpenAttempt(attempt, version.quiz, questions, this.clock.now());
  }
}

function refuseByPolicy(graded: Standing['attempts'], quiz: QuizSpec): void {
  if (graded.some(({ passed }) => passed)) throw new AlreadyPassed();
  if (attemptsLeft(quiz.attempts, graded.length) === 0) throw new AttemptsUsedUp();
}
