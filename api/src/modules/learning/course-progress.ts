import type { Locale } from '@readyroom/contract';
import { languageOf, wholeMinutes } from '../content/index.js';
import type { PlannedLesson, TierPlan } from './tier-plan.js';

/** How far somebody is in a lesson. */
export interface LessonProgress {
  readonly blockId: string;
  /** 0-99; 100 when, and only when, done. */
  readonly percent: number;
  readonly seq: number;
  readonly done: boolean;
  /** The case was played to its end at least once. */
  readonly casePlayed: boolean;
}
export type LessonsProgress = ReadonlyMap<string, LessonProgress>;

/** Share of the steps that lie behind somebody who stands at step `at` (from 0). Only `done` makes it 100. */
const percentAt = (lesson: PlannedLesson, at: number): number =>
  Math.min(99, Math.floor((100 * at) / lesson.steps));

/**
 * Progress after a save. Saves may come late, twice and in any order (a phone that was offline): the place is that of
 * the highest `seq` (the later block where two are equal), the percentage the highest ever reached, done stays done.
 */
export function afterSave(
  lesson: PlannedLesson,
  before: LessonProgress | undefined,
  save: { blockId: string; done: boolean; seq: number },
): LessonProgress {
  const index = (blockId: string) => lesson.blockIndex.get(blockId) ?? 0;
  const newer =
    !before ||
    save.seq > before.seq ||
    (save.seq === before.seq && index(save.blockId) > index(before.blockId));
  const done = save.done || (before?.done ?? false);
  return {
    blockId: newer ? save.blockId : before.blockId,
    percent: done ? 100 : Math.max(before?.percent ?? 0, percentAt(lesson, index(save.blockId))),
    seq: Math.max(save.seq, before?.seq ?? 0),
    done,
    casePlayed: before?.casePlayed ?? false,
  };
}

/** Progress after the `taken`-th decision of a case; whoever decides has the blocks behind them. */
export function afterDecision(
  lesson: PlannedLesson,
  before: LessonProgress | undefined,
  { taken, playedOut }: { taken: number; playedOut: boolean },
): LessonProgress {
  const reached = percentAt(lesson, playedOut ? lesson.steps : lesson.blockIndex.size + taken);
  return {
    blockId: before?.blockId ?? lesson.lastBlockId,
    percent: Math.max(before?.percent ?? 0, reached),
    seq: before?.seq ?? 0,
    done: before?.done ?? false,
    casePlayed: playedOut || (before?.casePlayed ?? false),
  };
}

export const allLessonsDone = (plan: TierPlan, lessons: LessonsProgress): boolean =>
  plan.lessons.every(({ id }) => lessons.get(id)?.done === true);

/**
 * The percentage of a course, 0-100, rounded down. Each lesson weighs its reading time (the mean of both languages, so
 * that switching the language moves nothing) and gives its own percentage; the quiz weighs a minute a question and
 * gives all of it once passed. So it never falls, and is 100 when, and only when, everything is done.
 */
export function coursePercent(plan: TierPlan, lessons: LessonsProgress, quizPassed: boolean): number {
  let weight = 20 * plan.questions;
  let sum = quizPassed ? 100 * weight : 0;
  for (const lesson of plan.lessons) {
    const own = lesson.tenths.zh + lesson.tenths.en;
    weight += own;
    sum += own * (lessons.get(lesson.id)?.percent ?? 0);
  }
  return Math.floor(sum / weight);
}

/** Minutes of work left: what remains of the unfinished lessons, and a minute a question until the quiz is passed. */
export function minutesLeft(
  plan: TierPlan,
  lessons: LessonsProgress,
  quizPassed: boolean,
  locale: Locale,
): number {
  const language = languageOf(locale);
  let hundredths = quizPassed ? 0 : plan.questions * 10 * 100;
  for (const lesson of plan.lessons)
    hundredths += lesson.tenths[language] * (100 - (lessons.get(lesson.id)?.percent ?? 0));
  return wholeMinutes(hundredths / 100);
}

/**
 * The lesson to go on with: the one saved last (highest `seq`) at its block; when that is done, the next unfinished one
 * after it, then the first unfinished one. Null when only the quiz is left.
 */
export function lessonToResume(
  plan: TierPlan,
  lessons: LessonsProgress,
): { lesson: PlannedLesson; blockId: string | null } | null {
  let last: PlannedLesson | undefined;
  for (const lesson of plan.lessons) {
    const seq = lessons.get(lesson.id)?.seq;
    if (seq !== undefined && (!last || seq >= lessons.get(last.id)!.seq)) last = lesson;
  }
  const from = last ? last.position - 1 : 0;
  const inOrder = [...plan.lessons.slice(from), ...plan.lessons.slice(0, from)];
  const lesson = inOrder.find(({ id }) => !lessons.get(id)?.done);
  return lesson ? { lesson, blockId: lessons.get(lesson.id)?.blockId ?? null } : null;
}
