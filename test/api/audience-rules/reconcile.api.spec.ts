import fc from 'fast-check';
import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { outOfLineStatement } from '../../../api/src/modules/audience-rules/reconcile.sql.js';
import { organisationDay, refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, finishCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('assignments.reconcile', () => {
  let app: TestApp;
  let trainer: TestClient;
  let course: string;

  beforeEach(async () => {
    app = await TestApp.start();
    course = await bareCourse(app, '危机意识');
    trainer = (await app.signedIn({ roles: ['trainer'], department: '培训部', tier: 'manager' })).client;
  });
  afterEach(() => app.stop());

  /** Changes a person as the people module does: in one transaction with the promise to reconcile. */
  const change = (person: TestPerson, set: { department?: string; tier?: string; status?: string }) =>
    app.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE person SET department_id = coalesce($2, department_id), tier = coalesce($3, tier), status = coalesce($4, status) WHERE id = $1`,
        [person.id, set.department ?? null, set.tier ?? null, set.status ?? null],
      );
      await app.app.get(Reconciliation).promise(tx, [person.id]);
    });
  const assign = async (body: object) => {
    const answer = await trainer.post('/audience-rules', {
      courseIds: [course],
      dueOn: '2026-03-20',
      ...body,
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };
  const of = async (person: TestPerson) =>
    (
      await app.database.query(
        `SELECT due_on, joined_later, withdrawn_at IS NULL AS open FROM assignment WHERE person_id = $1`,
        [person.id],
      )
    )[0];

  it('when somebody joins an audience it should assign them with at least the days for joiners', async () => {
    const inside = await app.person({ department: '客服' });
    const outside = await app.person({ department: '研发' });
    await assign({ audience: { departmentIds: [inside.departmentId] }, joinersDueDays: 30 });
    await change(outside, { department: inside.departmentId });
    await app.drainJobs();
    expect(await of(outside)).toEqual({ due_on: '2026-04-01', joined_later: true, open: true });
  });

  it('when the rule has no due day it should give joiners none', async () => {
    const inside = await app.person({ department: '客服' });
    await assign({ audience: { tiers: ['frontline'] }, dueOn: null });
    const late = await app.person({ department: '研发' });
    await change(late, {});
    await app.drainJobs();
    expect(await of(late)).toEqual({ due_on: null, joined_later: true, open: true });
    expect(await of(inside)).toEqual({ due_on: null, joined_later: false, open: true });
  });

  it('when somebody leaves an audience it should take back what is open and keep what is finished', async () => {
    const open = await app.person({ department: '客服' });
    const finished = await app.person({ department: '客服' });
    const elsewhere = await app.department('研发');
    await assign({ audience: { departmentIds: [open.departmentId] } });
    await finishCourse(app, finished.id, course);
    await app.database.transaction((tx) => refreshStandings(tx, { personIds: [finished.id] }));
    for (const person of [open, finished]) await change(person, { department: elsewhere });
    await app.drainJobs();
    expect(await of(open)).toMatchObject({ open: false });
    expect(await of(finished)).toMatchObject({ open: true });
  });

  it('when somebody comes back it should open it again: the same day as before, later as a joiner', async () => {
    const person = await app.person({ department: '客服' });
    await assign({ audience: { departmentIds: [person.departmentId] } });
    const leaveAndReturn = async (days: number) => {
      await change(person, { status: 'left' });
      await app.drainJobs();
      expect(await of(person)).toMatchObject({ open: false });
      app.clock.advance({ days });
      await change(person, { status: 'active' });
      await app.drainJobs();
    };
    await leaveAndReturn(0);
    expect(await of(person)).toEqual({ due_on: '2026-03-20', joined_later: false, open: true });
    await leaveAndReturn(10);
    expect(await of(person)).toEqual({ due_on: '2026-03-26', joined_later: true, open: true });
  });

  it('when a person moves it should move their standing at once, before any job has run', async () => {
    const person = await app.person({ department: '客服' });
    const elsewhere = await app.department('研发');
    await assign({ audience: { everybody: true } });
    await change(person, { department: elsewhere, tier: 'manager' });
    expect(
      await app.database.query('SELECT department_id, tier FROM standing WHERE person_id = $1', [person.id]),
    ).toEqual([{ department_id: elsewhere, tier: 'manager' }]);
  });

  it('when everybody is meant it should reach all, also the ones whose event was lost, and sweep empty counts', async () => {
    await assign({ audience: { everybody: true } });
    const lost = await app.person({ department: '研发' });
    await app.database.transaction((tx) => app.app.get(Reconciliation).promise(tx, null));
    await app.drainJobs();
    expect(await of(lost)).toMatchObject({ open: true });
    await change(lost, { status: 'left' });
    await app.drainJobs();
    await app.app.get(Reconciliation).handle({ personIds: null });
    expect(
      await app.database.query(
        'SELECT 1 FROM standing_count WHERE not_started + in_progress + completed = 0',
      ),
    ).toEqual([]);
  });

  it('when two rules ask for one course it should take the earlier due day, and keep it while one rule asks', async () => {
    const person = await app.person({ department: '客服', tier: 'manager' });
    await assign({ audience: { departmentIds: [person.departmentId] }, dueOn: '2026-03-10' });
    await assign({ audience: { tiers: ['manager'] }, dueOn: '2026-03-30' });
    const standing = () =>
      app.database.query('SELECT counted, due_on FROM standing WHERE person_id = $1', [person.id]);
    expect(await standing()).toEqual([{ counted: true, due_on: '2026-03-10' }]);
    await change(person, { department: await app.department('研发') });
    await app.drainJobs();
    expect(await standing()).toEqual([{ counted: true, due_on: '2026-03-30' }]);
  });

  it('when events come in any order, twice, or late, it should end where evaluating once ends', async () => {
    const departments = [
      await app.department('客服'),
      await app.department('客服/夜班'),
      await app.department('研发'),
    ];
    await app.person({ department: '客服', tier: 'executive' });
    await assign({ audience: { departmentIds: [departments[0]] } });
    await assign({ audience: { tiers: ['manager', 'executive'] }, dueOn: null });
    const changes = fc.record({
      department: fc.constantFrom(...departments),
      tier: fc.constantFrom('executive', 'manager', 'frontline'),
      status: fc.constantFrom('active', 'active', 'left'),
    });
    const history = fc.record({
      first: changes,
      steps: fc.array(changes, { minLength: 1, maxLength: 4 }),
      /** After which changes the jobs run in between, and in which order and how often the events come at the end. */
      drainAfter: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      deliveries: fc.array(fc.nat(1), { maxLength: 5 }),
    });
    const state = (person: TestPerson) =>
      app.database.query(
        `SELECT a.rule_id, a.due_on, a.joined_later FROM assignment a WHERE a.person_id = $1 AND a.withdrawn_at IS NULL ORDER BY 1`,
        [person.id],
      );
    const counted = (person: TestPerson) =>
      app.database.query(
        'SELECT course_id, due_on, department_id, tier FROM standing WHERE person_id = $1 AND counted',
        [person.id],
      );

    await fc.assert(
      fc.asyncProperty(history, async ({ first, steps, drainAfter, deliveries }) => {
        const [often, once] = [
          await app.person({ department: '研发' }),
          await app.person({ department: '研发' }),
        ];
        for (const person of [often, once]) await change(person, first);
        await app.drainJobs();
        for (const [n, step] of steps.entries()) {
          await change(often, step);
          if (drainAfter[n]) await app.drainJobs();
        }
        const reconciliation = app.app.get(Reconciliation);
        for (const which of deliveries)
          await reconciliation.handle({ personIds: which ? [often.id, often.id] : [often.id] });
        await app.drainJobs();
        await change(once, steps.at(-1)!);
        await app.drainJobs();
        expect(await state(often)).toEqual(await state(once));
        expect(await counted(often)).toEqual(await counted(once));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('should not compare everybody with everybody when PostgreSQL knows nothing of the tables yet', async () => {
    await assign({ audience: { everybody: true } });
    const day = await organisationDay(app.database, app.clock);
    const people = await app.database.query<{ id: string }>('SELECT id FROM person');
    const { text, values } = outOfLineStatement(
      people.map(({ id }) => id),
      day,
      [],
    );
    const [row] = await app.database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (FORMAT JSON) ${text}`,
      values,
    );
    const joins = nodesOf(row!['QUERY PLAN'][0].Plan).filter((node) => node['Join Type'] === 'Full');
    expect(joins.map((node) => node['Node Type'])).toEqual([
      expect.stringMatching(/^(Hash|Merge)/),
      expect.stringMatching(/^(Hash|Merge)/),
    ]);
    const products = nodesOf(row!['QUERY PLAN'][0].Plan).filter(
      (node) =>
        node['Node Type'] === 'Nested Loop' &&
        node.Plans!.every((side) => /_compared|^wanted$/.test(side['CTE Name'] ?? '')),
    );
    expect(products).toEqual([]);
  });
});

interface Plan {
  'Node Type': string;
  'Join Type'?: string;
  'CTE Name'?: string;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
