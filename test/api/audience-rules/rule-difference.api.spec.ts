import fc from 'fast-check';
import { TIERS, type RuleDifference } from '@readyroom/contract';
import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, finishCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';
import { yearly } from '../certification/program-setting.js';

const PATHS = ['客服', '客服/夜班', '研发', '市场'];

describe('the difference that a rule would make', () => {
  let app: TestApp;
  let hr: TestClient;
  let people: TestPerson[];
  let departments: string[];
  let courses: string[];
  let programId: string;

  beforeEach(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['hr'], department: '人力', tier: 'manager' })).client;
    departments = [];
    for (const path of PATHS) departments.push(await app.department(path));
    people = [];
    for (let n = 0; n < 8; n++)
      people.push(await app.person({ name: `员工${n}`, department: PATHS[n % 4], tier: TIERS[n % 3] }));
    courses = [await bareCourse(app, '一'), await bareCourse(app, '二')];
    const path = [{ kind: 'course' as const, key: 'course', requires: [], courseId: courses[0]! }];
    const made = await hr.post('/programs', { slug: 'program', document: yearly({ path }) }).expect(201);
    programId = made.body.id as string;
  });
  afterEach(() => app.stop());

  const make = async (body: object): Promise<string> => {
    const made = await hr.post('/audience-rules', body);
    expect({ status: made.status, code: made.body.code }).toEqual({ status: 201, code: undefined });
    await app.drainJobs();
    return made.body.id as string;
  };
  const difference = async (change: object, client = hr): Promise<RuleDifference> =>
    (await client.post('/audience-rules/difference', { change }).expect(200)).body as RuleDifference;
  const everyone = async (change: object) =>
    (await hr.post('/audience-rules/difference/people', { change, perPage: 200 }).expect(200)).body.items as {
      id: string;
      group: string;
      dueOn: string | null;
      dueBefore: string | null;
    }[];
  const finish = async (person: TestPerson, course: string) => {
    await finishCourse(app, person.id, course);
    await app.database.transaction((tx) => refreshStandings(tx, { personIds: [person.id] }));
  };
  const counts = ({ groups }: RuleDifference) =>
    Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.people]));

  it('should refuse who may not write rules, and a rule that is not there or out of sight', async () => {
    const change = { make: { courseIds: [courses[0]], audience: { everybody: true } } };
    for (const path of ['', '/people', '/export']) {
      await app.client().post(`/audience-rules/difference${path}`, { change }).expect(401);
      const { client } = await app.signedIn({ roles: ['auditor'] });
      await client.post(`/audience-rules/difference${path}`, { change }).expect(403);
    }
    const rule = await make({ courseIds: [courses[0]], audience: { everybody: true } });
    const { client: inside } = await app.signedIn({ roles: ['hr'], department: '客服', scope: '客服' });
    await inside.post('/audience-rules/difference', { change: { ruleId: rule, withdraw: true } }).expect(404);
    await inside
      .post('/audience-rules/difference', {
        change: { make: { courseIds: [courses[0]], audience: { departmentIds: [departments[2]] } } },
      })
      .expect(404);
    await hr.post(`/audience-rules/${rule}/withdraw`).expect(200);
    await hr.post('/audience-rules/difference', { change: { ruleId: rule, withdraw: true } }).expect(409);
  });

  it('should name who gains, keeps, loses and keeps what is finished, by tier, page by page and as a file', async () => {
    const rule = await make({
      courseIds: [courses[0]],
      audience: { departmentIds: [departments[0]] },
      dueOn: '2026-04-01',
    });
    await finish(people[0]!, courses[0]!);
    const change = { ruleId: rule, audience: { departmentIds: [departments[1], departments[2]] } };
    const told = await difference(change);
    // 客服 holds people 0 and 4, its 夜班 1 and 5; 研发 2 and 6.
    expect(counts(told)).toEqual({ gains: 2, due_moves: 0, keeps: 2, ends: 1, stays: 1 });
    expect(told.groups.ends.sample).toMatchObject([
      { id: people[4]!.id, group: 'ends', dueBefore: '2026-04-01' },
    ]);
    expect(told.groups.gains.byTier).toEqual({ executive: 1, manager: 0, frontline: 1 });
    const page = await hr
      .post('/audience-rules/difference/people', { change, group: 'gains', page: 2, perPage: 1 })
      .expect(200);
    expect(page.body).toMatchObject({ total: 2, items: [{ id: people[6]!.id }] });
    const file = await hr.post('/audience-rules/difference/export', { change, locale: 'en' }).expect(200);
    expect(file.text.trimEnd().split('\r\n')).toHaveLength(7);
    expect(file.text).toContain('Finished, stays');
  });

  it('should warn of nobody, everybody, a day in the past, people who cannot sign in, and another rule', async () => {
    const warnings = async (make: object) =>
      (await difference({ make })).warnings.map(({ code, people: n }) => [code, n]);
    const courseIds = [courses[0]];
    expect(await warnings({ courseIds, audience: {} })).toEqual([['nobody', 0]]);
    expect(await warnings({ courseIds, audience: { everybody: true }, dueOn: '2026-03-01' })).toEqual([
      ['everybody', 9],
      ['due_in_past', 9],
    ]);
    expect(await warnings({ courseIds, audience: { personIds: [people[0]!.id] } })).toEqual([
      ['nobody_signs_in', 1],
    ]);
    await app.as(people[0]!);
    const other = await make({ programId, name: '甲', audience: { departmentIds: [departments[0]] } });
    const { warnings: overlap } = await difference({
      make: { programId, audience: { tiers: ['executive'], departmentIds: [departments[0]] } },
    });
    expect(overlap).toEqual([{ code: 'same_program', people: 1, rules: [{ id: other, name: '甲' }] }]);
    const preview = await hr
      .post('/audience-rules/preview', { courseIds, audience: { everybody: true } })
      .expect(200);
    expect(preview.body.warnings).toMatchObject([{ code: 'everybody' }]);
  });

  it('should write what was confirmed and nothing else, and refuse when it would be something else', async () => {
    const rule = await make({
      programId,
      audience: { departmentIds: [departments[0]] },
      dueOn: '2026-04-01',
    });
    const change = { audience: { departmentIds: [departments[2]] } };
    const { fingerprint } = await difference({ ruleId: rule, ...change });
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [people[2]!.id]);
    const stale = await hr.patch(`/audience-rules/${rule}`, { ...change, fingerprint });
    expect([stale.status, stale.body.code]).toEqual([409, 'audience_rule.preview_stale']);
    const again = await difference({ ruleId: rule, ...change });
    await hr.patch(`/audience-rules/${rule}`, { ...change, fingerprint: again.fingerprint }).expect(200);
    const open = await app.database.query<{ id: string; due: string }>(
      'SELECT person_id AS id, due_on AS due FROM program_assignment WHERE rule_id = $1 AND withdrawn_at IS NULL',
      [rule],
    );
    expect(open).toEqual([{ id: people[6]!.id, due: '2026-04-01' }]);
    const empty = await hr.patch(`/audience-rules/${rule}`, { audience: { personIds: [people[2]!.id] } });
    expect([empty.status, empty.body.code]).toEqual([400, 'audience_rule.audience_empty']);
    await hr
      .patch(`/audience-rules/${rule}`, { dueAfter: { kind: 'after_assignment', days: 5 } })
      .expect(200);
    expect(
      await app.database.query(
        'SELECT due_on AS due FROM program_assignment WHERE rule_id = $1 AND withdrawn_at IS NULL',
        [rule],
      ),
    ).toEqual([{ due: '2026-03-07' }]);
  });

  const audience = () =>
    fc.record({
      tiers: fc.subarray([...TIERS]),
      departments: fc.subarray([0, 1, 2, 3]),
      people: fc.subarray([0, 1, 2, 3, 4], { maxLength: 3 }),
    });
  const due = () =>
    fc.oneof(
      fc.constantFrom({ dueOn: null }, { dueOn: '2026-04-01' }, { dueOn: '2026-05-01' }),
      fc.constantFrom(
        { dueAfter: { kind: 'after_hire', days: 90 } },
        { dueAfter: { kind: 'after_assignment', days: 20 } },
        { dueAfter: { kind: 'after_joining_department', days: 30 } },
      ),
    );

  it('should be exactly what is then written, for any rule, people and change', async () => {
    const bodyOf = ({
      tiers,
      departments: at,
      people: who,
    }: {
      tiers: string[];
      departments: number[];
      people: number[];
    }) => ({
      tiers,
      departmentIds: at.map((n) => departments[n]!),
      personIds: who.map((n) => people[n]!.id),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: audience(),
          after: fc.option(audience()),
          firstDue: due(),
          nextDue: fc.option(due()),
          program: fc.boolean(),
          course: fc.boolean(),
          moves: fc.array(fc.record({ who: fc.nat(7), to: fc.nat(3), next: fc.boolean() }), { maxLength: 4 }),
          finished: fc.uniqueArray(fc.nat(7), { maxLength: 2 }),
          withdraw: fc.boolean(),
        }),
        async (run) => {
          const start = await hr.post('/audience-rules', {
            courseIds: run.course || !run.program ? [courses[1]] : [],
            programId: run.program ? programId : null,
            audience: bodyOf(run.before),
            ...run.firstDue,
          });
          if (start.status !== 201) return expect(start.body.code).toBe('audience_rule.audience_empty');
          const rule = start.body.id as string;
          await app.drainJobs();
          for (const n of run.finished) await finish(people[n]!, courses[1]!);
          for (const { who, to, next } of run.moves) {
            if (next) app.clock.advance({ days: 1 });
            await app.database.transaction(async (tx) => {
              await tx.query('UPDATE person SET department_id = $2, updated_at = $3 WHERE id = $1', [
                people[who]!.id,
                departments[to],
                app.clock.now(),
              ]);
              await app.app.get(Reconciliation).promise(tx, [people[who]!.id]);
            });
            await app.drainJobs();
          }
          hr = (await app.signedIn({ roles: ['hr'], department: '人力', tier: 'manager' })).client;
          const change = {
            ...(run.after ? { audience: bodyOf(run.after) } : {}),
            ...run.nextDue,
          };
          const said = await everyone(
            run.withdraw ? { ruleId: rule, withdraw: true } : { ruleId: rule, ...change },
          );
          const read = () =>
            app.database.query<{ id: string; what: string; due: string | null }>(
              `SELECT person_id AS id, course_id AS what, due_on AS due FROM assignment WHERE rule_id = $1 AND withdrawn_at IS NULL
               UNION ALL SELECT person_id, program_id, due_on FROM program_assignment WHERE rule_id = $1 AND withdrawn_at IS NULL`,
              [rule],
            );
          const before = await read();
          const reply = run.withdraw
            ? await hr.post(`/audience-rules/${rule}/withdraw`)
            : await hr.patch(`/audience-rules/${rule}`, change);
          if (reply.status !== 200) {
            expect(reply.body.code).toBe('audience_rule.audience_empty');
            expect(said.filter(({ group }) => ['gains', 'keeps', 'due_moves'].includes(group))).toEqual([]);
          } else {
            const after = await read();
            const had = (id: string, rows: typeof before) => rows.filter((row) => row.id === id);
            const min = (rows: typeof before) => rows.flatMap(({ due: day }) => day ?? []).sort()[0] ?? null;
            for (const { id } of people) {
              const [was, is] = [had(id, before), had(id, after)];
              const told = said.find((one) => one.id === id);
              if (was.length === 0 && is.length === 0) {
                expect(told).toBeUndefined();
                continue;
              }
              expect(told).toBeDefined();
              if (was.length === 0) expect(told!.group).toBe('gains');
              else if (is.length < was.length) expect(told!.group).toBe('ends');
              else if (
                JSON.stringify(was.map(({ due: day }) => day)) !==
                JSON.stringify(is.map(({ due: day }) => day))
              )
                expect(told!.group).toBe('due_moves');
              else expect(['keeps', 'stays']).toContain(told!.group);
              if (told!.group !== 'ends') expect(told!.dueOn).toBe(min(is));
              expect(told!.dueBefore).toBe(min(was));
            }
          }
          if (!run.withdraw) await hr.post(`/audience-rules/${rule}/withdraw`).expect(200);
          await app.drainJobs();
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);
});
