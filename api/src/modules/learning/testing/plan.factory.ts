import type { Tier } from '@readyroom/contract';
import type { LessonOutline, VersionContent } from '../../content/index.js';
import { planFor, type TierPlan } from '../tier-plan.js';

export interface LessonSpec {
  blocks: number;
  /** Tenths of a minute in Chinese; English takes twice as long. */
  tenths?: number;
  /** Decisions of the longest path; 0 = no case. */
  decisions?: number;
  tiers?: Tier[] | null;
}

const text = (zh: string) => ({ zh, en: `${zh} (en)` });

/** A version with lessons L0, L1, … of blocks L0B0, L0B1, … in one module, and a quiz of `questions` questions. */
export function buildVersion(specs: readonly LessonSpec[], questions = 10): VersionContent {
  const lessons: LessonOutline[] = specs.map(({ blocks, tenths = 30, decisions = 0, tiers = null }, l) => {
    const minutes = { zh: tenths, en: tenths * 2 };
    return {
      id: `L${l}`,
      moduleId: 'M',
      position: l + 1,
      title: text(`课时 ${l}`),
      tiers,
      minutes: { executive: minutes, manager: minutes, frontline: minutes },
      isCase: decisions > 0,
      blocks: Array.from({ length: blocks }, (_, b) => ({ id: `L${l}B${b}`, tiers: null })),
    };
  });
  return {
    id: 'V',
    courseId: 'C',
    number: 1,
    title: text('课程'),
    summary: text('摘要'),
    outcomes: [],
    modules: [{ id: 'M', title: text('单元'), lessons }],
    lessons,
    quiz: {
      id: 'Q',
      title: text('测验'),
      passPercent: 80,
      attempts: 3,
      limitMinutes: 20,
      draw: [{ topic: 't', difficulty: null, scope: 'any', count: questions }],
    },
  };
}

export const buildPlan = (specs: readonly LessonSpec[], questions = 10, tier: Tier = 'frontline'): TierPlan =>
  planFor(
    buildVersion(specs, questions),
    tier,
    new Map(specs.map(({ decisions = 0 }, l) => [`L${l}`, decisions])),
  );
