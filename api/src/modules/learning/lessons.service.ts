import { Injectable } from '@nestjs/common';
import type {
  LessonPage,
  Locale,
  SavedLessonProgress,
  SaveLessonProgressBody,
  Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { caseState, type Decision } from './case-run.js';
import { Completions } from './completions.js';
import { lessonState } from './course-card.js';
import { afterSave, minutesLeft } from './course-progress.js';
import { Enrolments } from './enrolments.js';
import { BlockUnknown, CaseUnfinished } from './learning.errors.js';
import { LESSON } from './learning.sql.js';
import { lessonIn, LessonProgressRepository, stepTo, type Place, type Step } from './lesson-progress.js';
import { TierPlans } from './tier-plans.js';

/** A lesson of a course, in a language. */
export interface LessonAddress {
  readonly courseId: string;
  readonly lessonId: string;
  readonly locale: Locale;
}
type Save = z.infer<typeof SaveLessonProgressBody>;
type Saved = z.infer<typeof SavedLessonProgress>;

interface LessonRow {
  version_id: string;
  tier: Tier;
  last_block_id: string | null;
  done: boolean;
  decisions: Decision[] | null;
}

/** How often a save that met another one is tried again before it waits in line. */
const TRIES = 3;

/** Opening lessons and saving how far one is. */
@Injectable()
export class Lessons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: TierPlans,
    private readonly enrolments: Enrolments,
    private readonly completions: Completions,
    private readonly progress: LessonProgressRepository,
  ) {}

  /** The lesson as this person's tier meets it. Opening the first one begins the course. */
  async open(actor: Actor, address: LessonAddress): Promise<LessonPage> {
    const row = (await this.row(actor, address)) ?? (await this.begin(actor, address));
    const plan = await this.plans.plan(row.version_id, row.tier);
    const lesson = lessonIn(plan, address.lessonId);
    const frame = await this.plans.page(plan, lesson, address.locale);
    const graph = lesson.isCase ? (await this.plans.content(plan.version.id, lesson.id)).case : null;
    return {
      ...frame,
      case: graph && caseState(graph, row.decisions ?? [], address.locale),
      state: lessonState(row.last_block_id ? row : null),
      lastBlockId: row.last_block_id,
    };
  }

  /** Saves may arrive late, twice and in any order, see afterSave. Finishing the last lesson may complete the course. */
  async save(actor: Actor, address: LessonAddress, body: Save): Promise<Saved> {
    const { courseId, lessonId, locale } = address;
    for (let i = 0; i < TRIES; i++) {
      const place = await this.progress.find(this.database, actor.personId, courseId, lessonId);
      const step = place && stepOf(place, body);
      if (!step || step.finishesLessons) break;
      if ((await this.progress.write(this.database, step)) !== null) return this.saved(step, locale, false);
    }
    return this.database.transaction(async (tx) => {
      await this.enrolments.hold(tx, actor.personId, courseId);
      const place = await this.progress.find(tx, actor.personId, courseId, lessonId);
      const step = stepOf(place!, body);
      await this.progress.write(tx, step);
      const completes =
        step.finishesLessons && (await this.completions.completeIfDone(tx, place!.enrolment.id)) !== null;
      return this.saved(step, locale, completes);
    });
  }

  private async row(actor: Actor, { courseId, lessonId }: LessonAddress): Promise<LessonRow | undefined> {
    const rows = await this.database.prepared<LessonRow>(LESSON.name, LESSON.text, [
      actor.personId,
      courseId,
      lessonId,
    ]);
    return rows[0];
  }

  private async begin(actor: Actor, address: LessonAddress): Promise<LessonRow> {
    await this.database.transaction(async (tx) => {
      await this.enrolments.hold(tx, actor.personId, address.courseId);
      // Refuses a lesson that is not in the course, and so does not begin it.
      await this.progress.find(tx, actor.personId, address.courseId, address.lessonId);
    });
    return (await this.row(actor, address))!;
  }

  private saved({ place, after, lessons, coursePercent }: Step, locale: Locale, completes: boolean): Saved {
    const completed = completes || place.course.progress === 'completed';
    return {
      state: lessonState(after),
      lessonPercent: after.percent,
      coursePercent: completed ? 100 : coursePercent,
      minutesLeft: completed ? 0 : minutesLeft(place.plan, lessons, place.course.quiz.passed, locale),
      courseProgress: completed ? 'completed' : 'in_progress',
      savedAt: this.clock.now().toISOString(),
    };
  }
}

function stepOf(place: Place, body: Save): Step {
  const { lesson, before } = place;
  if (!lesson.blockIndex.has(body.blockId)) throw new BlockUnknown();
  if (body.done && lesson.isCase && !before?.done && !before?.casePlayed) throw new CaseUnfinished();
  return stepTo(place, afterSave(lesson, before, body));
}
