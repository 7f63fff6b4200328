import { Injectable } from '@nestjs/common';
import type { AttemptResult, OpenAttempt, SavedAnswers } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { CourseVersions } from '../content/index.js';
import { holds, newest, type Held } from './answer-sheet.js';
import { AttemptFinish, type Submission } from './attempt-finish.service.js';
import { AttemptFinished, AttemptNotFinished, AttemptNotFound } from './attempt.errors.js';
import { toAttemptResult, toOpenAttempt } from './attempt.mapper.js';
import { earliestOpenEnd, isOver } from './attempt.rules.js';
import { AttemptsRepository, type AttemptWithSheet } from './attempts.repository.js';
import { read, type SentAnswer, type ShownQuestion } from './incoming-answers.js';
import { ShownQuestions } from './shown-questions.js';

interface Save {
  deviceId: string;
  answers: readonly SentAnswer[];
}

/** Works on attempts that exist. An attempt of somebody else and a missing one are the same to everybody. */
@Injectable()
export class Attempts {
  constructor(
    private readonly clock: Clock,
    private readonly repository: AttemptsRepository,
    private readonly versions: CourseVersions,
    private readonly finish: AttemptFinish,
    private readonly shown: ShownQuestions,
  ) {}

  /** @throws AttemptFinished when it is over, also by time */
  async read(personId: string, id: string): Promise<OpenAttempt> {
    const attempt = await this.findOpen(personId, id);
    const version = (await this.versions.version(attempt.versionId))!;
    return toOpenAttempt(attempt, version.quiz, await this.questionsOf(attempt), this.clock.now());
  }

  /**
   * Saves answers; of each question the one with the highest sequence number holds.
   * @throws AnswerMismatch, AttemptFinished; then nothing is saved
   */
  async save(personId: string, id: string, { deviceId, answers }: Save): Promise<SavedAnswers> {
    const keyed = read(await this.shownTo(personId, id), answers);
    const now = this.clock.now();
    const save = { deviceId, answers: newest(keyed), now, earliestEnd: earliestOpenEnd(now) };
    const done = await this.repository.save(id, personId, save);
    if (!done) {
      // It was open to this person, so it is over by now. If only its time is up, end it.
      await this.finish.byTime(id);
      throw new AttemptFinished();
    }
    const saved = new Set(done.saved);
    const held =
      save.answers.every(({ position }) => saved.has(position)) && save.answers.length === keyed.length
        ? save.answers
        : await this.heldNow(personId, id);
    return {
      results: keyed.map((sent) => {
        const current = held.find(({ position }) => position === sent.position)!;
        return {
          position: sent.position,
          seq: current.seq,
          status: holds(sent, current) ? 'saved' : 'stale',
        };
      }),
      otherDevice: done.otherDevice,
      serverTime: now.toISOString(),
      endsAt: done.endsAt?.toISOString() ?? null,
    };
  }

  /** Saves what comes along, ends the attempt if it is not over, and answers its result. */
  async submit(personId: string, id: string, submission: Submission): Promise<AttemptResult> {
    await this.finish.submit(personId, id, submission);
    return this.result(personId, id);
  }

  /** @throws AttemptNotFinished while it takes answers */
  async result(personId: string, id: string): Promise<AttemptResult> {
    const attempt = await this.repository.findResult(id, personId);
    if (!attempt) throw new AttemptNotFound();
    if (!attempt.finishedAt) {
      if (!isOver(attempt.endsAt, this.clock.now())) throw new AttemptNotFinished();
      await this.finish.byTime(id);
      return this.result(personId, id);
    }
    const version = (await this.versions.version(attempt.versionId))!;
    const keys = await this.versions.keysOf(attempt.sheet.map((entry) => entry.questionVersionId));
    const finished = { ...attempt, finishedAt: attempt.finishedAt };
    return toAttemptResult(finished, version.quiz, await this.questionsOf(attempt), keys);
  }

  private async findOpen(personId: string, id: string): Promise<AttemptWithSheet> {
    const attempt = await this.repository.find(id, personId);
    if (!attempt) throw new AttemptNotFound();
    if (isOver(attempt.endsAt, this.clock.now())) await this.finish.byTime(id);
    else if (!attempt.finishedAt) return attempt;
    throw new AttemptFinished();
  }

  private async shownTo(personId: string, id: string): Promise<readonly ShownQuestion[]> {
    const known = this.shown.of(id, personId);
    if (known) return known;
    const attempt = await this.findOpen(personId, id);
    const types = await this.questionsOf(attempt);
    const questions = attempt.sheet.map(({ position, presentation }, i) => ({
      position,
      presentation,
      type: types[i]!.type,
    }));
    this.shown.remember(id, personId, questions);
    return questions;
  }

  /** What the answers are now that some came too late to change them. */
  private async heldNow(personId: string, id: string): Promise<Held[]> {
    return (await this.repository.find(id, personId))?.sheet ?? [];
  }

  private questionsOf({ sheet }: AttemptWithSheet) {
    return this.versions.questionsOf(sheet.map((entry) => entry.questionVersionId));
  }
}
