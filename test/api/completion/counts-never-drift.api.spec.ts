import fc from 'fast-check';
import { TIERS, type CompletionBoard, type CompletionNumbers, type Tier } from '@readyroom/contract';
import { AudienceRules, Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, beginCourse, finishCourse } from '../../support/bare-course.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { hrNow } from './completion-fixture.js';

const PATHS = ['公司', '公司/甲', '公司/甲/一组', '公司/乙'];
const person = fc.nat(4);
const course = fc.nat(2);
const action = fc.oneof(
  fc.record({
    do: fc.constant('assign' as const),
    courses: fc.uniqueArray(course, { minLength: 1, maxLength: 3 }),
    tiers: fc.subarray([...TIERS]),
    departments: fc.subarray(PATHS),
    dueIn: fc.option(fc.integer({ min: 0, max: 5 })),
  }),
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('enrol' as const), person, course }),
  fc.record({ do: fc.constant('complete' as const), person, course }),
  fc.record({ do: fc.constant('move' as const), person, to: fc.constantFrom(...PATHS) }),
  fc.record({ do: fc.constant('tier' as const), person, tier: fc.constantFrom(...TIERS) }),
  fc.record({ do: fc.constant('leave' as const), person }),
  fc.record({ do: fc.constant('return' as const), person }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** What the tables say about everybody, read without standings and without counts. */
interface Fact {
  path: string;
  courseId: string;
  tier: Tier;
  begun: boolean;
  completed: boolean;
  overdue: boolean;
}

describe('The running counts', () => {
  let app: TestApp;
  let hr: Awaited<ReturnType<typeof hrNow>>;
  let courses: string[];
  let departments: Record<string, string>;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = await hrNow(app);
    courses = [await bareCourse(app, '一'), await bareCourse(app, '二'), await bareCourse(app, '三')];
    departments = {};
    for (const path of PATHS) departments[path] = await app.department(path);
  });
  afterAll(() => app.stop());

  const change = (who: TestPerson, column: string, value: string) =>
    app.database.transaction(async (tx) => {
      await tx.query(`UPDATE person SET ${column} = $2 WHERE id = $1`, [who.id, value]);
      await app.app.get(Reconciliation).promise(tx, [who.id]);
    });

  const perform = async (step: Action, people: TestPerson[], rules: string[]): Promise<void> => {
    const actor = { personId: people[0]!.id, scopeDepartmentId: null };
    const service = app.app.get(AudienceRules);
    switch (step.do) {
      case 'assign': {
        const due =
          step.dueIn === null ? null : new Date(app.clock.now().getTime() + step.dueIn * 86_400_000);
        await service
          .create(actor, {
            name: 'x',
            courseIds: step.courses.map((n) => courses[n]!),
            audience: {
              everybody: false,
              tiers: step.tiers,
              departmentIds: step.departments.map((path) => departments[path]!),
              personIds: [],
              condition: null,
            },
            programId: null,
            dueAfter: null,
            dueOn: due && due.toISOString().slice(0, 10),
            joinersDueDays: 2,
          })
          .then((rule) => rules.push(rule.id))
          .catch((error: { code?: string }) => expect(error.code).toBe('audience_rule.audience_empty'));
        return;
      }
      case 'withdraw': {
        const rule = rules.splice(step.which % Math.max(rules.length, 1), 1)[0];
        if (rule) await service.withdraw(actor, rule);
        return;
      }
      case 'enrol':
      case 'complete': {
        const who = people[step.person]!.id;
        await (step.do === 'enrol' ? beginCourse : finishCourse)(app, who, courses[step.course]!);
        await app.database.transaction((tx) =>
          refreshStandings(tx, { personIds: [who], courseIds: [courses[step.course]!] }),
        );
        return;
      }
      case 'move':
        return change(people[step.person]!, 'department_id', departments[step.to]!);
      case 'tier':
        return change(people[step.person]!, 'tier', step.tier);
      case 'leave':
        return change(people[step.person]!, 'status', 'left');
      case 'return':
        return change(people[step.person]!, 'status', 'active');
      case 'wait':
        app.clock.advance({ days: step.days });
        // A session of staff does not outlive a day without use.
        hr = await hrNow(app);
    }
  };

  const facts = (): Promise<Fact[]> =>
    app.database.query<Fact>(
      `SELECT DISTINCT ON (p.id, c.id) d.path, c.id AS "courseId", p.tier, e.id IS NOT NULL AS begun, k.id IS NOT NULL AS completed,
              k.id IS NULL AND coalesce(a.due_on < $1, false) AS overdue
       FROM person p
       JOIN department d ON d.id = p.department_id
       JOIN assignment a ON a.person_id = p.id AND a.withdrawn_at IS NULL
       JOIN course c ON c.id = a.course_id
       LEFT JOIN enrolment e ON e.person_id = p.id AND e.course_id = c.id
       LEFT JOIN completion k ON k.person_id = p.id AND k.course_id = c.id
       WHERE p.status = 'active' ORDER BY p.id, c.id, a.due_on NULLS LAST`,
      [new Date(app.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)],
    );

  const count = (which: Fact[]): CompletionNumbers => {
    const completed = which.filter((fact) => fact.completed).length;
    const inProgress = which.filter((fact) => fact.begun && !fact.completed).length;
    return {
      assigned: which.length,
      notStarted: which.length - completed - inProgress,
      inProgress,
      completed,
      overdue: which.filter((fact) => fact.overdue).length,
      completionPercent: which.length ? Number(((100 * completed) / which.length).toFixed(1)) : null,
    };
  };

  const compareBoard = (board: CompletionBoard, here: Fact[]): void => {
    expect(board.total).toEqual(count(here));
    for (const { courseId, numbers } of board.byCourse)
      expect(numbers).toEqual(count(here.filter((fact) => fact.courseId === courseId)));
    for (const { tier, numbers } of board.byTier)
      expect(numbers).toEqual(count(here.filter((fact) => fact.tier === tier)));
    for (const row of board.rows) {
      const those = here.filter(
        ({ path }) => path === row.path || (!row.own && path.startsWith(`${row.path}/`)),
      );
      expect(row.numbers).toEqual(count(those));
      for (const courseId of courses)
        for (const tier of TIERS) {
          const cell = row.cells.find(
            (candidate) => candidate.courseId === courseId && candidate.tier === tier,
          );
          expect(cell?.numbers.assigned ?? 0).toBe(
            those.filter((fact) => fact.courseId === courseId && fact.tier === tier).length,
          );
          if (cell)
            expect(cell.numbers).toEqual(
              count(those.filter((fact) => fact.courseId === courseId && fact.tier === tier)),
            );
        }
    }
  };

  it('when anything happens in any order they should equal a recount, and the board a naive count', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 14 }), async (steps) => {
        const people: TestPerson[] = [];
        for (let n = 0; n < 5; n++)
          people.push(await app.person({ department: PATHS[n % 4], tier: TIERS[n % 3] }));
        const rules: string[] = [];
        for (const step of steps) await perform(step, people, rules);
        await app.drainJobs();

        const counts = await app.database.query(
          `SELECT * FROM standing_count WHERE (not_started, in_progress, completed) <> (0, 0, 0) ORDER BY department_id, course_id, tier, due_on`,
        );
        const recount = await app.database.query(
          `SELECT department_id, course_id, tier, due_on, (count(*) FILTER (WHERE progress = 'not_started'))::int AS not_started,
                  (count(*) FILTER (WHERE progress = 'in_progress'))::int AS in_progress, (count(*) FILTER (WHERE progress = 'completed'))::int AS completed
           FROM standing WHERE counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
        );
        expect(counts).toEqual(recount);

        const here = await facts();
        compareBoard((await hr.get('/completion/board')).body, here);
        compareBoard(
          (await hr.get(`/completion/board?departmentId=${departments['公司']}`)).body,
          here.filter(({ path }) => path.startsWith('公司')),
        );
        // The next sequence begins with nobody assigned.
        for (const rule of rules)
          await app.app
            .get(AudienceRules)
            .withdraw({ personId: people[0]!.id, scopeDepartmentId: null }, rule);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('when people learn, move and are withdrawn all at once it should end as if derived anew', async () => {
    const people: TestPerson[] = [];
    for (let n = 0; n < 12; n++)
      people.push(await app.person({ department: PATHS[n % 4], tier: TIERS[n % 3] }));
    const rules: string[] = [];
    const assign = (courseIndex: number): Action => ({
      do: 'assign',
      courses: [courseIndex],
      tiers: [...TIERS],
      departments: ['公司'],
      dueIn: 3,
    });
    for (const n of [0, 1, 2]) await perform(assign(n), people, rules);
    await Promise.all([
      ...people.flatMap((_, n) => [
        perform({ do: 'complete', person: n, course: n % 3 }, people, rules),
        perform({ do: 'enrol', person: n, course: (n + 1) % 3 }, people, rules),
        perform({ do: 'move', person: n, to: PATHS[(n + 1) % 4]! }, people, rules),
      ]),
      perform({ do: 'withdraw', which: 0 }, people, rules),
      perform(assign(0), people, rules),
      app.app.get(Reconciliation).handle({ personIds: people.map(({ id }) => id) }),
    ]);
    await app.drainJobs();
    const standings = () => app.database.query('SELECT * FROM standing ORDER BY person_id, course_id');
    const before = await standings();
    await app.database.transaction((tx) => refreshStandings(tx, { personIds: people.map(({ id }) => id) }));
    expect(await standings()).toEqual(before);
    expect(before.filter((row) => row.progress === 'completed').length).toBeGreaterThanOrEqual(12);
    compareBoard((await hr.get('/completion/board')).body, await facts());
  }, 60_000);
});
