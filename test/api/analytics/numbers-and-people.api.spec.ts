import { randomUUID } from 'node:crypto';
import type { Tier } from '@readyroom/contract';
import { TIERS } from '@readyroom/contract';
import fc from 'fast-check';
import { bareCourse, finishCourse } from '../../support/bare-course.js';
import { attemptOf, bareQuestions, nextVersion, withLessons } from '../../support/learning-history.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { naive, type Filters, type World } from './naive-analytics.js';

const DEPARTMENTS = ['集团', '集团/客服', '集团/客服/夜班', '集团/法务', '外包'];
const FIRST_DAY = Date.parse('2026-01-05T00:00:00Z');
const NOW = '2026-03-02T01:00:00.000Z';

/** Always the same company: the property varies who asks and how they filter. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Sixty people, three courses (one with two versions), lessons done in any order, attempts of all kinds. */
async function company(app: TestApp): Promise<{ courses: string[]; topics: string[] }> {
  const roll = dice(20260302);
  const someInstant = () => new Date(FIRST_DAY + roll(56 * 24) * 3_600_000 + roll(3_600_000));
  const questions = await bareQuestions(app, 3, 6);
  const pool = [...questions].flatMap(([topic, ids]) => ids.map((questionId) => ({ questionId, topic })));
  const courses: string[] = [];
  const quizzes = new Map<string, string>();
  for (const title of ['甲', '乙', '丙']) {
    const courseId = await bareCourse(app, title);
    const quizId = randomUUID();
    const lessons = Array.from({ length: 5 }, (_, i) => ({
      id: randomUUID(),
      tiers: i === 3 ? (['manager', 'frontline'] as Tier[]) : null,
    }));
    await withLessons(app, courseId, lessons, quizId);
    if (title === '丙') {
      await nextVersion(app, courseId);
      await withLessons(
        app,
        courseId,
        [{ id: randomUUID(), tiers: ['executive'] }, ...lessons.slice(1)],
        quizId,
      );
    }
    courses.push(courseId);
    quizzes.set(courseId, quizId);
  }
  for (let n = 0; n < 60; n++) {
    const person = await app.person({
      department: DEPARTMENTS[roll(5)]!,
      tier: TIERS[roll(3)]!,
      status: roll(5) === 0 ? 'left' : 'active',
    });
    for (const courseId of courses.filter(() => roll(3) > 0)) {
      const started = someInstant();
      app.clock.set(started.toISOString());
      // Some began with the older version, or for a tier that is no longer theirs.
      const [enrolment] = await app.database.query<{ id: string; version_id: string; tier: Tier }>(
        `INSERT INTO enrolment (person_id, course_id, version_id, tier, percent, started_at, last_activity_at)
         SELECT $1, $2, (SELECT id FROM course_version WHERE course_id = $2 ORDER BY $6::int * number LIMIT 1), $3, $4, $5, $5
         RETURNING id, version_id, tier`,
        [person.id, courseId, TIERS[roll(3)], roll(90), started, roll(2) === 0 ? 1 : -1],
      );
      const lessons = await app.database.query<{ id: string }>(
        'SELECT id FROM lesson WHERE version_id = $1 AND (tiers IS NULL OR $2::tier = ANY(tiers)) ORDER BY position',
        [enrolment!.version_id, enrolment!.tier],
      );
      for (const { id } of lessons.filter(() => roll(2) > 0))
        await app.database.query(
          `INSERT INTO lesson_progress (enrolment_id, lesson_id, last_block_id, percent, seq, started_at, updated_at, done_at)
           VALUES ($1, $2, $2, 0, $3, $4, $4, $5)`,
          [enrolment!.id, id, roll(4), started, roll(3) > 0 ? started : null],
        );
      const quizId = quizzes.get(courseId)!;
      for (let number = 1; number <= roll(4); number++) {
        const answers = pool
          .filter(() => roll(3) === 0)
          .map((one) => ({ ...one, points: [null, 0, 0.3333, 0.5, 1, 1][roll(6)]! }));
        const finishedAt = number === 3 ? null : someInstant();
        const id = await attemptOf(app, enrolment!.id, {
          quizId,
          number,
          finishedAt,
          passed: roll(3) === 0,
          answers,
        });
        if (roll(4) === 0)
          await attemptOf(app, enrolment!.id, {
            quizId,
            number,
            finishedAt: someInstant(),
            passed: true,
            answers,
            kind: 'practice',
            practiceOf: id,
          });
      }
      if (roll(3) === 0) {
        app.clock.set(someInstant().toISOString());
        await finishCourse(app, person.id, courseId, 80 + roll(20));
      }
    }
  }
  app.clock.set(NOW);
  return { courses, topics: [...questions.keys()] };
}

describe('every number of analytics', () => {
  let app: TestApp;
  let world: World;
  let courses: string[];
  const askers = new Map<string | null, TestClient>();

  beforeAll(async () => {
    app = await TestApp.start();
    ({ courses } = await company(app));
    for (const scope of [undefined, '集团/客服', '外包'])
      askers.set(scope ?? null, (await app.signedIn({ roles: ['hr'], department: '人力', scope })).client);
    world = await naive(app.database);
  }, 60_000);
  afterAll(() => app.stop());

  /** Half of the time no limit, else a day within the weeks from `first` to `last`; seldom an empty range. */
  const day = (first: number, last: number) =>
    fc.option(
      fc
        .integer({ min: 7 * first, max: 7 * last })
        .map((days) => new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10)),
      { nil: undefined, freq: 1 },
    );
  const filters = () =>
    fc.record({
      scope: fc.constantFrom(null, null, '集团/客服', '外包'),
      department: fc.constantFrom(undefined, undefined, undefined, ...DEPARTMENTS),
      tier: fc.constantFrom<(Tier[] | undefined)[]>(
        undefined,
        undefined,
        ['manager'],
        ['executive', 'frontline'],
      ),
      courseId: fc.constantFrom(undefined, undefined, ...courses),
      from: day(0, 4),
      to: day(3, 8),
    });

  const queryOf = (
    { department, tier, courseId, from, to }: Filters,
    more: Record<string, string> = {},
  ): string => {
    const departmentId = department && world.departmentId(department);
    const given = Object.entries({ departmentId, courseId, from, to, ...more }).filter(
      ([, value]) => value !== undefined,
    );
    return new URLSearchParams([
      ...(given as [string, string][]),
      ...(tier ?? []).map((one) => ['tier', one] as [string, string]),
    ]).toString();
  };
  const ask = async (chosen: Filters, path: string, more: Record<string, string> = {}) => {
    const { status, body } = await askers
      .get(chosen.scope)!
      .get(`/analytics/${path}?${queryOf(chosen, more)}`);
    expect({ status, body: status === 200 ? {} : body }).toEqual({ status: 200, body: {} });
    return body;
  };
  /** How many people stand behind a number; every one of them must be one that the filters allow. */
  const behind = async (chosen: Filters, more: Record<string, string>): Promise<number> => {
    const { items, total } = await ask(chosen, 'people', { perPage: '200', ...more });
    expect(items).toHaveLength(total);
    expect(new Set(items.map((row: { id: string }) => row.id)).size).toBe(total);
    for (const row of items) expect(world.mayShow(row.person.id, chosen)).toBe(true);
    return total;
  };
  const check = (property: (chosen: Filters) => Promise<void>) =>
    fc.assert(fc.asyncProperty(filters(), property), { numRuns: 40, seed: 7 });

  it('completions by week should be those of the raw rows, and the people behind each week as many', async () => {
    let seen = 0;
    await check(async (chosen) => {
      const { points } = await ask(chosen, 'completion-trend');
      const expected = world.completionsByWeek(chosen);
      expect(
        new Map(
          points
            .filter((p: { completions: number }) => p.completions > 0)
            .map((p: { weekStart: string; completions: number }) => [p.weekStart, p.completions]),
        ),
      ).toEqual(expected);
      const sum = [...expected.values()].reduce((a, b) => a + b, 0);
      expect(points.at(-1)?.total ?? 0).toBe(sum);
      expect(await behind(chosen, { of: 'completions' })).toBe(sum);
      const [week] = expected.keys();
      if (!week) return;
      seen++;
      const last = new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10);
      const from = chosen.from && chosen.from > week ? chosen.from : week;
      const to = chosen.to && chosen.to < last ? chosen.to : last;
      expect(await behind({ ...chosen, from, to }, { of: 'completions' })).toBe(expected.get(week));
    });
    expect(seen).toBeGreaterThan(20);
  }, 90_000);

  it('results by topic should be those of the raw rows, and the people behind each as many', async () => {
    let seen = 0;
    await check(async (chosen) => {
      const { items } = await ask(chosen, 'topics');
      seen += items.length;
      const expected = world.results(chosen, (answer) => answer.topic);
      expect(items.map((item: { topic: string }) => item.topic).sort()).toEqual([...expected.keys()].sort());
      for (const item of items) {
        const naively = expected.get(item.topic)!;
        expect([item.topic, item.answers, item.people]).toEqual([
          item.topic,
          naively.answers,
          naively.people.size,
        ]);
        expect(Math.abs(item.meanPercent - naively.meanPercent)).toBeLessThanOrEqual(0.0501);
        expect(await behind(chosen, { of: 'topic', topic: item.topic })).toBe(item.people);
        for (const part of item.byTier) {
          const own = world.results(chosen, (answer) => answer.topic, part.tier).get(item.topic);
          expect([part.tier, part.answers]).toEqual([part.tier, own?.answers ?? 0]);
          if (own) expect(Math.abs(part.meanPercent - own.meanPercent)).toBeLessThanOrEqual(0.0501);
          else expect(part.meanPercent).toBeNull();
        }
      }
    });
    expect(seen).toBeGreaterThan(20);
  }, 90_000);

  it('results by question should be those of the raw rows, lowest first, and the people behind each as many', async () => {
    let seen = 0;
    await check(async (chosen) => {
      const { items } = await ask(chosen, 'hardest-questions');
      seen += items.length;
      const expected = new Map(
        [...world.results(chosen, (answer) => answer.questionId)].filter(([, result]) => result.answers >= 5),
      );
      expect(items.map((item: { questionId: string }) => item.questionId).sort()).toEqual(
        [...expected.keys()].sort(),
      );
      const means = items.map((item: { meanPercent: number }) => item.meanPercent);
      expect(means).toEqual([...means].sort((a: number, b: number) => a - b));
      for (const item of items) {
        const naively = expected.get(item.questionId)!;
        expect([item.answers, item.people]).toEqual([naively.answers, naively.people.size]);
        expect(Math.abs(item.meanPercent - naively.meanPercent)).toBeLessThanOrEqual(0.0501);
        expect(Math.abs(item.fullPointsPercent - (100 * naively.full) / naively.answers)).toBeLessThanOrEqual(
          0.0501,
        );
      }
      if (items[0])
        expect(await behind(chosen, { of: 'question', questionId: items[0].questionId })).toBe(
          items[0].people,
        );
    });
    expect(seen).toBeGreaterThan(20);
  }, 90_000);

  it('where people stop should be what each one’s own course says, and the people behind each number as many', async () => {
    let seen = 0;
    await check(async (filtered) => {
      const chosen = { ...filtered, courseId: filtered.courseId ?? courses[2]! };
      const body = await ask(chosen, 'drop-off');
      const expected = world.dropOff(chosen, Date.parse(NOW));
      expect([body.started, body.completed]).toEqual([expected.started, expected.completed]);
      expect(await behind(chosen, { of: 'reached' })).toBe(body.started);
      expect(await behind(chosen, { of: 'finished' })).toBe(body.completed);
      let stopped = 0;
      for (const step of body.steps) {
        const { reached = 0, finished = 0, stopped: here = 0 } = expected.steps.get(step.id) ?? {};
        expect([step.reached, step.finished, step.stopped]).toEqual([reached, finished, here]);
        for (const stand of ['reached', 'finished', 'stopped'] as const)
          if (step.kind === 'quiz' || step === body.steps[1])
            expect([stand, await behind(chosen, { of: stand, stepId: step.id })]).toEqual([
              stand,
              step[stand],
            ]);
        stopped += step.stopped;
        seen += step.stopped;
      }
      for (const id of expected.steps.keys())
        expect(body.steps.map((step: { id: string }) => step.id)).toContain(id);
      expect(await behind(chosen, { of: 'stopped' })).toBe(stopped);
    });
    expect(seen).toBeGreaterThan(20);
  }, 90_000);

  it('a list of people should sort, search and page without losing anybody', async () => {
    const chosen: Filters = { scope: null };
    const all = (
      await ask(chosen, 'people', { of: 'completions', perPage: '200', sort: 'at', order: 'desc' })
    ).items;
    const instants = all.map((row: { at: string }) => row.at);
    expect(instants).toEqual([...instants].sort().reverse());
    const paged = [];
    for (let page = 1; page <= Math.ceil(all.length / 7); page++)
      paged.push(
        ...(
          await ask(chosen, 'people', {
            of: 'completions',
            perPage: '7',
            sort: 'at',
            order: 'desc',
            page: String(page),
          })
        ).items,
      );
    expect(paged).toEqual(all);
    expect(await ask(chosen, 'people', { of: 'completions', page: '1000' })).toEqual({
      items: [],
      total: all.length,
    });
    const { employeeNo } = all[0].person;
    const found = await ask(chosen, 'people', { of: 'completions', q: employeeNo.toLowerCase() });
    expect(found.total).toBe(
      all.filter((row: { person: { employeeNo: string } }) => row.person.employeeNo === employeeNo).length,
    );
    expect((await ask(chosen, 'people', { of: 'completions', q: '%' })).total).toBe(0);
  });
});
