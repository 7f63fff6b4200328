import fc from 'fast-check';
import {
  afterDecision,
  afterSave,
  allLessonsDone,
  coursePercent,
  lessonToResume,
  minutesLeft,
  type LessonProgress,
} from './course-progress.js';
import { buildPlan, type LessonSpec } from './testing/plan.factory.js';
import type { PlannedLesson, TierPlan } from './tier-plan.js';

const specs: fc.Arbitrary<LessonSpec[]> = fc.array(
  fc.record({
    blocks: fc.integer({ min: 1, max: 9 }),
    tenths: fc.integer({ min: 1, max: 120 }),
    decisions: fc.constantFrom(0, 0, 3),
  }),
  { minLength: 1, maxLength: 7 },
);
const plans = fc
  .tuple(specs, fc.integer({ min: 1, max: 20 }))
  .map(([lessons, questions]) => buildPlan(lessons, questions));

interface Save {
  lessonId: string;
  blockId: string;
  seq: number;
  done: boolean;
}
const savesFor = (plan: TierPlan, maxLength: number) =>
  fc
    .array(
      fc.record({
        lesson: fc.nat(plan.lessons.length - 1),
        block: fc.nat(8),
        seq: fc.nat(12),
        done: fc.boolean(),
      }),
      { maxLength },
    )
    .map((list) =>
      list.map(({ lesson, block, seq, done }): Save => {
        const { id, blockIndex } = plan.lessons[lesson]!;
        return { lessonId: id, blockId: [...blockIndex.keys()][block % blockIndex.size]!, seq, done };
      }),
    );
const plansWithSaves = (maxLength: number) =>
  plans.chain((plan) => fc.record({ plan: fc.constant(plan), saves: savesFor(plan, maxLength) }));

function replay(plan: TierPlan, saves: readonly Save[]): Map<string, LessonProgress> {
  const lessons = new Map<string, LessonProgress>();
  for (const save of saves)
    lessons.set(
      save.lessonId,
      afterSave(plan.lessonById.get(save.lessonId)!, lessons.get(save.lessonId), save),
    );
  return lessons;
}
const doneWith = (plan: TierPlan) =>
  replay(
    plan,
    plan.lessons.map(({ id, lastBlockId }) => ({ lessonId: id, blockId: lastBlockId, seq: 1, done: true })),
  );
const lessonOf = (spec: LessonSpec): PlannedLesson => buildPlan([spec]).lessons[0]!;

describe('afterSave', () => {
  it('when the same saves arrive in any order, even twice, it should end the same', () => {
    fc.assert(
      fc.property(
        plansWithSaves(8).chain(({ plan, saves }) =>
          fc.record({
            plan: fc.constant(plan),
            saves: fc.constant(saves),
            other: fc.shuffledSubarray([...saves, ...saves], { minLength: saves.length * 2 }),
          }),
        ),
        ({ plan, saves, other }) => {
          const [a, b] = [replay(plan, saves), replay(plan, other)];
          expect(Object.fromEntries(b)).toEqual(Object.fromEntries(a));
          expect(lessonToResume(plan, b)).toEqual(lessonToResume(plan, a));
        },
      ),
    );
  });

  it('when an older save comes late it should not move the place, but its done should count', () => {
    const lesson = lessonOf({ blocks: 5 });
    const at = afterSave(lesson, undefined, { blockId: 'L0B2', done: false, seq: 9 });
    expect(at).toMatchObject({ blockId: 'L0B2', percent: 40, seq: 9, done: false });
    expect(afterSave(lesson, at, { blockId: 'L0B4', done: true, seq: 3 })).toMatchObject({
      blockId: 'L0B2',
      percent: 100,
      seq: 9,
      done: true,
    });
  });

  it('when somebody goes back it should keep the place but never lower the percentage', () => {
    const lesson = lessonOf({ blocks: 4 });
    const far = afterSave(lesson, undefined, { blockId: 'L0B3', done: false, seq: 1 });
    expect(afterSave(lesson, far, { blockId: 'L0B0', done: false, seq: 2 })).toMatchObject({
      blockId: 'L0B0',
      percent: 75,
    });
  });
});

describe('afterDecision', () => {
  const lesson = lessonOf({ blocks: 2, decisions: 3 });

  it('when decisions are taken it should count them as steps after the blocks, and stay below 100 until done', () => {
    const one = afterDecision(lesson, undefined, { taken: 1, playedOut: false });
    expect(one).toMatchObject({ blockId: 'L0B1', percent: 60, casePlayed: false });
    const end = afterDecision(lesson, one, { taken: 2, playedOut: true });
    expect(end).toMatchObject({ percent: 99, casePlayed: true, done: false });
  });

  it('when the case is played again it should stay played', () => {
    const end = afterDecision(lesson, undefined, { taken: 3, playedOut: true });
    expect(afterDecision(lesson, end, { taken: 1, playedOut: false })).toMatchObject({
      percent: 99,
      casePlayed: true,
    });
  });
});

describe('coursePercent', () => {
  it('should never fall, stay within 0-100, and be 100 when and only when everything is done', () => {
    fc.assert(
      fc.property(plansWithSaves(14), fc.boolean(), ({ plan, saves }, passed) => {
        let before = 0;
        saves.forEach((_, i) => {
          const lessons = replay(plan, saves.slice(0, i + 1));
          const percent = coursePercent(plan, lessons, false);
          expect(percent).toBeGreaterThanOrEqual(before);
          expect(percent).toBeLessThan(100);
          before = percent;
        });
        const lessons = replay(plan, saves);
        expect(coursePercent(plan, lessons, true)).toBeGreaterThanOrEqual(before);
        expect(coursePercent(plan, lessons, passed) === 100).toBe(passed && allLessonsDone(plan, lessons));
        expect(coursePercent(plan, doneWith(plan), true)).toBe(100);
      }),
    );
  });

  it('when a lesson is long it should weigh more than a short one, and the quiz a minute a question', () => {
    // Both languages count: 20 + 40 and 60 + 120 tenths, the quiz 20 a question.
    const plan = buildPlan(
      [
        { blocks: 1, tenths: 20 },
        { blocks: 1, tenths: 60 },
      ],
      12,
    );
    const done = (id: string, blockId: string) =>
      replay(plan, [{ lessonId: id, blockId, seq: 1, done: true }]);
    expect(coursePercent(plan, done('L0', 'L0B0'), false)).toBe(12);
    expect(coursePercent(plan, done('L1', 'L1B0'), false)).toBe(37);
    expect(coursePercent(plan, doneWith(plan), false)).toBe(50);
  });
});

describe('minutesLeft', () => {
  it('when half the blocks of a lesson are read it should leave half its minutes, by language', () => {
    const plan = buildPlan([{ blocks: 4, tenths: 60 }], 5);
    const lessons = replay(plan, [{ lessonId: 'L0', blockId: 'L0B2', seq: 1, done: false }]);
    expect(minutesLeft(plan, new Map(), false, 'zh-CN')).toBe(11);
    expect(minutesLeft(plan, lessons, false, 'zh-CN')).toBe(8);
    expect(minutesLeft(plan, lessons, false, 'en')).toBe(11);
  });

  it('should never grow while somebody learns, and be 0 only when nothing is left', () => {
    fc.assert(
      fc.property(plansWithSaves(10), ({ plan, saves }) => {
        let before = minutesLeft(plan, new Map(), false, 'en');
        saves.forEach((_, i) => {
          const left = minutesLeft(plan, replay(plan, saves.slice(0, i + 1)), false, 'en');
          expect(left).toBeLessThanOrEqual(before);
          before = left;
        });
        expect(before).toBeGreaterThanOrEqual(plan.questions);
        expect(minutesLeft(plan, doneWith(plan), true, 'en')).toBe(0);
      }),
    );
  });
});

describe('lessonToResume', () => {
  const plan = buildPlan([{ blocks: 3 }, { blocks: 3 }, { blocks: 3 }]);
  const resume = (...saves: Save[]) => {
    const found = lessonToResume(plan, replay(plan, saves));
    return found && [found.lesson.id, found.blockId];
  };

  it('when nothing was saved it should be the start of the first lesson', () => {
    expect(resume()).toEqual(['L0', null]);
  });
  it('when the lesson saved last is unfinished it should be its very block', () => {
    expect(
      resume(
        { lessonId: 'L0', blockId: 'L0B1', seq: 1, done: false },
        { lessonId: 'L2', blockId: 'L2B2', seq: 2, done: false },
      ),
    ).toEqual(['L2', 'L2B2']);
  });
  it('when the lesson saved last is done it should be the next unfinished one, where that was left', () => {
    expect(
      resume(
        { lessonId: 'L1', blockId: 'L1B1', seq: 1, done: false },
        { lessonId: 'L0', blockId: 'L0B2', seq: 2, done: true },
      ),
    ).toEqual(['L1', 'L1B1']);
  });
  it('when only an earlier one is unfinished it should be that', () => {
    expect(
      resume(
        { lessonId: 'L2', blockId: 'L2B2', seq: 3, done: true },
        { lessonId: 'L1', blockId: 'L1B2', seq: 2, done: true },
      ),
    ).toEqual(['L0', null]);
  });
  it('when all lessons are done it should be none', () => {
    expect(lessonToResume(plan, doneWith(plan))).toBeNull();
  });
});
