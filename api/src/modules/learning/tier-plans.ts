import { Injectable } from '@nestjs/common';
import type { Locale, Tier } from '@readyroom/contract';
import type { Sql } from '../../platform/database/database.js';
import { CourseVersions, type LessonContent, type VersionContent } from '../content/index.js';
import { pageOf, type LessonPageFrame } from './lesson-page.js';
import { planFor, type PlannedLesson, type TierPlan } from './tier-plan.js';

/**
 * Plans and lesson pages, made once per version, tier and language. They hang on the content objects that
 * CourseVersions keeps, so they are forgotten together with them. What comes out is shared: do not change it.
 */
@Injectable()
export class TierPlans {
  private readonly plans = new WeakMap<VersionContent, Map<Tier, TierPlan>>();
  private readonly pages = new WeakMap<LessonContent, Map<string, LessonPageFrame>>();

  constructor(private readonly versions: CourseVersions) {}

  /** Reads inside a transaction must name it: the pool may be exhausted by those who wait for the same lock. */
  async plan(versionId: string, tier: Tier, sql?: Sql): Promise<TierPlan> {
    const version = await this.versions.version(versionId, sql);
    if (!version) throw new Error(`Course version ${versionId} does not exist`);
    let byTier = this.plans.get(version);
    if (!byTier) this.plans.set(version, (byTier = new Map()));
    let plan = byTier.get(tier);
    if (!plan) {
      const decisions = new Map<string, number>();
      for (const { id, isCase } of version.lessons)
        if (isCase) decisions.set(id, (await this.content(version.id, id, sql)).case!.decisionsAtMost);
      byTier.set(tier, (plan = planFor(version, tier, decisions)));
    }
    return plan;
  }

  async page(plan: TierPlan, lesson: PlannedLesson, locale: Locale): Promise<LessonPageFrame> {
    const content = await this.content(plan.version.id, lesson.id);
    let frames = this.pages.get(content);
    if (!frames) this.pages.set(content, (frames = new Map()));
    const key = `${plan.tier}/${locale}`;
    let frame = frames.get(key);
    if (!frame) frames.set(key, (frame = pageOf(plan, lesson, content, locale)));
    return frame;
  }

  /** The lesson with its case; for what must not leave the server before its time. */
  async content(versionId: string, lessonId: string, sql?: Sql): Promise<LessonContent> {
    const content = await this.versions.lesson(versionId, lessonId, sql);
    if (!content) throw new Error(`Lesson ${lessonId} is not in course version ${versionId}`);
    return content;
  }
}
