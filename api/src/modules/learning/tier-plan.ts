import type { Text, Tier } from '@readyroom/contract';
import { blocksFor, lessonsFor, type LessonOutline, type VersionContent } from '../content/index.js';

/** A lesson as one tier meets it. */
export interface PlannedLesson {
  readonly id: string;
  readonly title: Text;
  readonly moduleTitle: Text;
  /** 1-based among the lessons of the tier. */
  readonly position: number;
  readonly isCase: boolean;
  /** Written for this tier alone. */
  readonly forTier: boolean;
  /** Reading time in tenths of a minute. */
  readonly tenths: { readonly zh: number; readonly en: number };
  /** Place of each block of the tier, from 0. */
  readonly blockIndex: ReadonlyMap<string, number>;
  readonly lastBlockId: string;
  /** Steps from the first block to the end: its blocks, then the decisions of the longest path of its case. */
  readonly steps: number;
}

/** A course version as one tier meets it: everything about it that does not depend on the person. */
export interface TierPlan {
  readonly version: VersionContent;
  readonly tier: Tier;
  readonly modules: readonly {
    readonly id: string;
    readonly title: Text;
    readonly lessons: readonly PlannedLesson[];
  }[];
  /** Lessons of all modules, in order. */
  readonly lessons: readonly PlannedLesson[];
  readonly lessonById: ReadonlyMap<string, PlannedLesson>;
  /** Length of the quiz. */
  readonly questions: number;
}

/** `decisionsAtMost` tells the longest path through the case of a lesson, by lesson id. */
export function planFor(
  version: VersionContent,
  tier: Tier,
  decisionsAtMost: ReadonlyMap<string, number>,
): TierPlan {
  const mine = lessonsFor(version, tier);
  const planned = new Map(
    mine.map((lesson, i) => {
      const moduleTitle = version.modules.find(({ id }) => id === lesson.moduleId)!.title;
      return [
        lesson.id,
        planLesson(lesson, tier, i + 1, moduleTitle, decisionsAtMost.get(lesson.id) ?? 0),
      ] as const;
    }),
  );
  return {
    version,
    tier,
    modules: version.modules
      .map(({ id, title, lessons }) => ({
        id,
        title,
        lessons: lessons.flatMap((lesson) => planned.get(lesson.id) ?? []),
      }))
      .filter(({ lessons }) => lessons.length > 0),
    lessons: [...planned.values()],
    lessonById: planned,
    questions: version.quiz.draw.reduce((sum, stratum) => sum + stratum.count, 0),
  };
}

function planLesson(
  lesson: LessonOutline,
  tier: Tier,
  position: number,
  moduleTitle: Text,
  decisionsAtMost: number,
): PlannedLesson {
  const blocks = blocksFor(lesson, tier);
  return {
    id: lesson.id,
    title: lesson.title,
    moduleTitle,
    position,
    isCase: lesson.isCase,
    forTier: lesson.tiers?.length === 1,
    tenths: lesson.minutes[tier],
    blockIndex: new Map(blocks.map(({ id }, i) => [id, i])),
    lastBlockId: blocks.at(-1)!.id,
    steps: blocks.length + decisionsAtMost,
  };
}
