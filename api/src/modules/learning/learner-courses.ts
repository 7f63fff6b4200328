import { Injectable } from '@nestjs/common';
import type { CourseOutline, LearnerHome, Locale } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { cardOf, outlineOf } from './course-card.js';
import { courseOf, coursesOf, type CourseState } from './course-state.js';
import { Enrolments } from './enrolments.js';
import { CourseNotFound } from './learning.errors.js';
import type { TierPlan } from './tier-plan.js';
import { TierPlans } from './tier-plans.js';

/** What a learner sees of their courses. */
@Injectable()
export class LearnerCourses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: TierPlans,
    private readonly enrolments: Enrolments,
  ) {}

  async home(actor: Actor, locale: Locale): Promise<z.infer<typeof LearnerHome>> {
    const { today, courses } = await coursesOf(this.database, actor.personId, this.clock.now());
    const shown = (
      await Promise.all(
        courses.map(async (state) => {
          const plan = await this.planOf(state, actor);
          return plan ? [{ state, card: cardOf(state, plan, locale) }] : [];
        }),
      )
    ).flat();
    const open = shown.filter(({ state }) => state.progress !== 'completed').sort(byDueDay);
    const next = open.filter(({ state }) => state.enrolment).sort(byActivity)[0] ?? open[0] ?? null;
    return {
      continue: next?.card ?? null,
      due: open.filter((course) => course !== next).map(({ card }) => card),
      done: shown
        .filter(({ state }) => state.progress === 'completed')
        .sort((a, b) => b.state.completedAt!.getTime() - a.state.completedAt!.getTime() || byPosition(a, b))
        .map(({ card }) => card),
      today,
    };
  }

  async outline(actor: Actor, courseId: string, locale: Locale): Promise<CourseOutline> {
    const state = await courseOf(this.database, actor.personId, courseId, this.clock.now());
    const plan = state && (await this.planOf(state, actor));
    if (!plan) throw new CourseNotFound();
    return outlineOf(state, plan, locale);
  }

  /** @throws CourseNotFound, CourseNotAskedAgain */
  async beginAgain(actor: Actor, courseId: string, locale: Locale): Promise<CourseOutline> {
    await this.database.transaction((tx) => this.enrolments.beginAgain(tx, actor.personId, courseId));
    return this.outline(actor, courseId, locale);
  }

  /** The version and tier that were begun with; before that, what would be begun now. */
  private async planOf(state: CourseState, actor: Actor): Promise<TierPlan | null> {
    if (state.enrolment) return this.plans.plan(state.enrolment.versionId, state.enrolment.tier);
    return state.publishedVersionId ? this.plans.plan(state.publishedVersionId, actor.tier) : null;
  }
}

interface Shown {
  state: CourseState;
}
const byPosition = (a: Shown, b: Shown) => a.state.position - b.state.position;
const NEVER = '9999-12-31';
const byDueDay = (a: Shown, b: Shown) =>
  (a.state.dueOn ?? NEVER).localeCompare(b.state.dueOn ?? NEVER) || byPosition(a, b);
const byActivity = (a: Shown, b: Shown) =>
  b.state.enrolment!.lastActivityAt.getTime() - a.state.enrolment!.lastActivityAt.getTime() || byDueDay(a, b);
