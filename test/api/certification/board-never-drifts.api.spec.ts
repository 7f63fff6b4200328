import fc from 'fast-check';
import {
  PROGRAM_STATUSES,
  TIERS,
  type CertificationBoard,
  type ProgramDocument,
  type StatusNumbers,
} from '@readyroom/contract';
import { AudienceRules, Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { Certifications } from '../../../api/src/modules/certification/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { dayIn } from '../../../api/src/platform/clock/clock.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { bareCourse, beginCourse } from '../../support/bare-course.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { hrNow } from '../completion/completion-fixture.js';
import { yearly } from './program-setting.js';
import { factsOn, type Fact } from './status-model.js';

const PATHS = ['公司', '公司/甲', '公司/甲/一组', '公司/乙'];
const who = fc.nat(4);
const program = fc.nat(1);
const action = fc.oneof(
  fc.record({
    do: fc.constant('assign' as const),
    program,
    tiers: fc.subarray([...TIERS]),
    dueIn: fc.option(fc.integer({ min: 0, max: 40 })),
  }),
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('begin' as const), who, program }),
  fc.record({ do: fc.constant('finish' as const), who, program }),
  fc.record({ do: fc.constant('finish' as const), who, program }),
  fc.record({
    do: fc.constant('waive' as const),
    who,
    program,
    kind: fc.constantFrom('waiver', 'extension'),
    days: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ do: fc.constant('revoke' as const), who: fc.constantFrom(0, 0, 3, 1), program }),
  fc.record({ do: fc.constant('move' as const), who, to: fc.constantFrom(...PATHS) }),
  fc.record({ do: fc.constant('tier' as const), who, tier: fc.constantFrom(...TIERS) }),
  fc.record({ do: fc.constant('leave' as const), who }),
  fc.record({ do: fc.constant('return' as const), who }),
  fc.record({
    do: fc.constant('wait' as const),
    days: fc.oneof(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 40, max: 60 }),
      fc.integer({ min: 1, max: 400 }),
    ),
  }),
  fc.record({ do: fc.constant('turn' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

describe('the board of programs', () => {
  let app: TestApp;
  let hr: Awaited<ReturnType<typeof hrNow>>;
  let courses: string[];
  let programs: string[];
  let departments: Record<string, string>;
  const seen = new Set<string>();

  beforeAll(async () => {
    app = await TestApp.start();
    hr = await hrNow(app);
    courses = [await bareCourse(app, '一'), await bareCourse(app, '二')];
    const policies: ProgramDocument['renewal'][] = [
      { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
      { validityMonths: 2, windowDays: 20, graceDays: 7, anchor: 'rolling' },
    ];
    programs = [];
    for (const [n, renewal] of policies.entries()) {
      const path = [{ kind: 'course' as const, key: 'course', requires: [], courseId: courses[n]! }];
      const made = await hr.post('/programs', { slug: `program-${n}`, document: yearly({ path, renewal }) });
      expect(made.status).toBe(201);
      programs.push(made.body.id as string);
    }
    departments = {};
    for (const path of PATHS) departments[path] = await app.department(path);
  });
  afterAll(() => app.stop());

  const today = () => dayIn('Asia/Shanghai', app.clock.now());
  const inDays = (days: number) =>
    dayIn('Asia/Shanghai', new Date(app.clock.now().getTime() + days * 86_400_000));
  const change = (person: TestPerson, column: string, value: string) =>
    app.database.transaction(async (tx) => {
      await tx.query(`UPDATE person SET ${column} = $2, updated_at = $3 WHERE id = $1`, [
        person.id,
        value,
        app.clock.now(),
      ]);
      await app.app.get(Reconciliation).promise(tx, [person.id]);
    });

  /** A whole completion of today, in a new round if there was one before. */
  const learn = async (person: TestPerson, course: string, finish: boolean): Promise<void> => {
    await app.database.query(
      `UPDATE enrolment SET superseded_at = $3 WHERE person_id = $1 AND course_id = $2 AND completed_at IS NOT NULL AND superseded_at IS NULL`,
      [person.id, course, app.clock.now()],
    );
    await app.database.query(
      `INSERT INTO enrolment (person_id, course_id, version_id, tier, round, started_at, last_activity_at)
       SELECT p.id, c.id, c.published_version_id, p.tier,
              1 + (SELECT count(*) FROM enrolment e WHERE e.person_id = $1 AND e.course_id = $2), $3, $3
       FROM person p, course c WHERE p.id = $1 AND c.id = $2 ON CONFLICT DO NOTHING`,
      [person.id, course, app.clock.now()],
    );
    if (finish) {
      await app.database.query(
        `WITH e AS (UPDATE enrolment SET percent = 100, completed_at = $3, last_activity_at = $3
                    WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL RETURNING *)
         INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
         SELECT e.person_id, e.course_id, e.version_id, e.id, e.tier, p.department_id, 90, $3 FROM e JOIN person p ON p.id = e.person_id`,
        [person.id, course, app.clock.now()],
      );
    }
    await app.database.transaction(async (tx) => {
      await refreshStandings(tx, { personIds: [person.id], courseIds: [course] });
      await app.app.get(Certifications).afterLearning(tx, person.id, course);
    });
  };

  const perform = async (step: Action, people: TestPerson[], rules: string[]): Promise<void> => {
    const service = app.app.get(AudienceRules);
    const actor = { personId: people[0]!.id, scopeDepartmentId: null };
    switch (step.do) {
      case 'assign': {
        const made = await hr.post('/audience-rules', {
          programId: programs[step.program],
          audience: { tiers: step.tiers, departmentIds: [departments['公司']] },
          dueOn: step.dueIn === null ? null : inDays(step.dueIn),
        });
        if (made.status === 201) rules.push(made.body.id as string);
        else expect(made.body.code).toBe('audience_rule.audience_empty');
        return;
      }
      case 'withdraw': {
        const rule = rules.splice(step.which % Math.max(rules.length, 1), 1)[0];
        if (rule) await service.withdraw(actor, rule);
        return;
      }
      case 'begin':
        await beginCourse(app, people[step.who]!.id, courses[step.program]!);
        return learn(people[step.who]!, courses[step.program]!, false);
      case 'finish':
        return learn(people[step.who]!, courses[step.program]!, true);
      case 'waive': {
        const path = `/people/${people[step.who]!.id}/certifications/${programs[step.program]}/waivers`;
        const { status } = await hr.post(path, { kind: step.kind, until: inDays(step.days), reason: '产假' });
        return expect([200, 404]).toContain(status);
      }
      case 'revoke': {
        const path = `/people/${people[step.who]!.id}/certifications/${programs[step.program]}/revoke`;
        const { status } = await hr.post(path, { reason: '代答', dueDays: 7 });
        return expect([200, 404, 409]).toContain(status);
      }
      case 'move':
        return change(people[step.who]!, 'department_id', departments[step.to]!);
      case 'tier':
        return change(people[step.who]!, 'tier', step.tier);
      case 'leave':
        return change(people[step.who]!, 'status', 'left');
      case 'return':
        return change(people[step.who]!, 'status', 'active');
      case 'turn':
        return app.app.get(Jobs).run('certification.turn', {});
      case 'wait':
        app.clock.advance({ days: step.days });
        // A session of staff does not outlive a day without use.
        hr = await hrNow(app);
    }
  };

  const count = (which: Fact[]): StatusNumbers => {
    const of = (...statuses: string[]) => which.filter(({ status }) => statuses.includes(status)).length;
    const asked = which.length - of('waived');
    return {
      people: which.length,
      byStatus: Object.fromEntries(
        PROGRAM_STATUSES.map((status) => [status, of(status)]),
      ) as StatusNumbers['byStatus'],
      compliantPercent: asked ? Number(((100 * of('compliant', 'expiring_soon')) / asked).toFixed(1)) : null,
    };
  };
  const compare = (board: CertificationBoard, here: Fact[]): void => {
    expect(board.total).toEqual(count(here));
    for (const { programId, numbers } of board.byProgram)
      expect(numbers).toEqual(count(here.filter((fact) => fact.programId === programId)));
    for (const { tier, numbers } of board.byTier)
      expect(numbers).toEqual(count(here.filter((fact) => fact.tier === tier)));
    for (const row of board.rows) {
      const those = here.filter(
        ({ path }) => path === row.path || (!row.own && path.startsWith(`${row.path}/`)),
      );
      expect(row.numbers).toEqual(count(those));
      for (const id of programs) {
        const cell = row.cells.find(({ programId }) => programId === id);
        const facts = those.filter(({ programId }) => programId === id);
        expect(cell?.numbers.people ?? 0).toBe(facts.length);
        if (cell) expect(cell.numbers).toEqual(count(facts));
      }
    }
  };
  const all = async () => {
    const here = await factsOn(app, today());
    for (const { status } of here) seen.add(status);
    const board = async (query = '') =>
      (await hr.get(`/certification/board${query}`).expect(200)).body as CertificationBoard;
    compare(await board(), here);
    compare(
      await board(`?departmentId=${departments['公司/甲']}`),
      here.filter(({ path }) => path.startsWith('公司/甲')),
    );
    compare(
      await board(`?programId=${programs[1]}`),
      here.filter(({ programId }) => programId === programs[1]),
    );
    for (const status of PROGRAM_STATUSES) {
      const { body } = await hr.get(`/certification/people?status=${status}&perPage=200`).expect(200);
      const wanted = here
        .filter((fact) => fact.status === status)
        .map((fact) => `${fact.personId}:${fact.programId}`);
      expect(body.total).toBe(wanted.length);
      expect((body.items as { id: string }[]).map(({ id }) => id).sort()).toEqual(wanted.sort());
    }
  };

  it('when anything happens on any day it should be a recount, before and after statuses are turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 16 }), async (steps) => {
        const people: TestPerson[] = [];
        for (let n = 0; n < 5; n++)
          people.push(await app.person({ department: PATHS[n % 4], tier: TIERS[n % 3] }));
        const rules: string[] = [];
        await perform({ do: 'assign', program: 0, tiers: [...TIERS], dueIn: 10 }, people, rules);
        await perform({ do: 'assign', program: 1, tiers: [...TIERS], dueIn: 20 }, people, rules);
        await perform({ do: 'finish', who: 0, program: 0 }, people, rules);
        for (const n of [0, 3]) await perform({ do: 'finish', who: n, program: 1 }, people, rules);
        for (const step of steps) await perform(step, people, rules);
        await app.drainJobs();
        await all();
        await app.app.get(Jobs).run('certification.turn', {});
        await all();

        const counts = await app.database.query(
          'SELECT department_id, program_id, tier, status, people FROM program_standing_count WHERE people <> 0 ORDER BY 1, 2, 3, 4',
        );
        const recount = await app.database.query(
          `SELECT department_id, program_id, tier, status, count(*)::int AS people FROM program_standing WHERE counted
           GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
        );
        expect(counts).toEqual(recount);
        for (const rule of rules)
          await app.app
            .get(AudienceRules)
            .withdraw({ personId: people[0]!.id, scopeDepartmentId: null }, rule);
        for (const person of people) await change(person, 'status', 'left');
        await app.drainJobs();
      }),
      { numRuns: 25 },
    );
    // A property over histories in which nothing ever happened would say nothing.
    expect([...seen].sort()).toEqual([...PROGRAM_STATUSES].sort());
  }, 300_000);
});
