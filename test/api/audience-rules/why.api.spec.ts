import type { Why } from '@readyroom/contract';
import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk } from '../certification/program-setting.js';

describe('why somebody has a program, or why not', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let agent: TestPerson;
  let developer: TestPerson;
  let programId: string;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    desk = await hrDesk(app);
    agent = await app.person({ name: '阿茉', department: '客服' });
    developer = await app.person({ name: '张伟', department: '研发', tier: 'manager' });
    programId = await desk.program();
  });
  afterEach(() => app.stop());

  const told = async (person: TestPerson): Promise<Why> =>
    (await (await desk.client()).get(`/people/${person.id}/programs/${programId}/why`).expect(200))
      .body as Why;
  const mine = async (person: TestPerson): Promise<Why> =>
    (await (await app.as(person)).get(`/learn/programs/${programId}/why`).expect(200)).body as Why;
  const change = (person: TestPerson, set: string, value: unknown) =>
    app.database.transaction(async (tx) => {
      await tx.query(`UPDATE person SET ${set} = $2, updated_at = $3 WHERE id = $1`, [
        person.id,
        value,
        app.clock.now(),
      ]);
      await app.app.get(Reconciliation).promise(tx, [person.id]);
    });

  it('should answer 401 to nobody, 403 to a learner about others, 404 outside the scope or for no program', async () => {
    const path = `/people/${agent.id}/programs/${programId}/why`;
    await app.client().get(path).expect(401);
    await (await app.as(developer)).get(path).expect(403);
    const { client } = await app.signedIn({ roles: ['hr'], department: '人力', scope: '研发' });
    await client.get(path).expect(404);
    await client.get(`/people/${developer.id}/programs/00000000-0000-4000-8000-000000000000/why`).expect(404);
  });

  it('should tell which part of which rule is met, in both languages, and which gave the due day', async () => {
    await desk.rule(programId, { departmentIds: [agent.departmentId] }, { dueOn: '2026-04-01' });
    await desk.rule(
      programId,
      { everybody: true, condition: { all: [{ tier: ['frontline'] }, { not: { tag: ['night'] } }] } },
      { dueAfter: { kind: 'after_assignment', days: 10 } },
    );
    const why = await told(agent);
    expect(why).toMatchObject({ assigned: true, dueOn: '2026-03-12' });
    expect(why.due!.zh).toContain('多条规则中最早的一天');
    expect(
      why.rules.map(({ reaches, assignment }) => [reaches, assignment?.dueOn, assignment?.givesDueDay]),
    ).toEqual([
      [true, '2026-04-01', false],
      [true, '2026-03-12', true],
    ]);
    expect(why.rules[1]!.assignment!.due.en).toBe('10 days after it was assigned (2026-03-02)');
    expect(why.rules[0]!.condition!.parts.map(({ met, says }) => [met, says.zh])).toEqual([
      [true, '在职（实际：在职）'],
      [true, '属于客服（含下级部门）（实际：客服）'],
    ]);
    const not = await told(developer);
    expect(not).toMatchObject({ assigned: false, dueOn: null, due: null });
    expect(not.says).toEqual({
      zh: '派发此内容的 2 条规则都不适用。',
      en: 'Of the 2 rules that assign it, none applies.',
    });
    const [, tree] = not.rules.map(({ condition }) => condition!);
    expect(tree!.parts[1]!.parts.map(({ met, says }) => [met, says.en])).toEqual([
      [false, 'Tier is frontline (actual: manager)'],
      [true, 'Not this'],
    ]);
  });

  it('should tell a learner only of rules that mean or meant them, and of nobody else', async () => {
    await desk.rule(programId, { personIds: [agent.id, developer.id] });
    await desk.rule(programId, { departmentIds: [developer.departmentId] });
    const why = await mine(agent);
    expect(why.rules).toHaveLength(1);
    expect(why.rules[0]!.condition!.parts.at(-1)).toEqual({
      met: true,
      says: { zh: '在指定的人员之中（实际：在）', en: 'Named personally (actual: named)' },
      parts: [],
    });
    expect(JSON.stringify(why)).not.toContain('张伟');
    await desk.rule(programId, { departmentIds: [developer.departmentId, agent.departmentId] });
    expect(JSON.stringify(await mine(agent))).not.toContain('研发');
  });

  it('should tell since when and why it was taken back, and why something stays', async () => {
    const rule = await desk.rule(programId, { departmentIds: [agent.departmentId] });
    const other = await app.person({ department: '客服' });
    await app.app.get(Reconciliation).handle({ personIds: [other.id], advanceRuleId: null, programId: null });
    await doCourse(app, other);
    app.clock.advance({ days: 1 });
    for (const person of [agent, other]) await change(person, 'department_id', developer.departmentId);
    await app.drainJobs();
    const gone = await told(agent);
    expect(gone).toMatchObject({ assigned: false });
    expect(gone.rules[0]!.assignment).toMatchObject({
      withdrawnBecause: { zh: '2026-03-03 起不再符合规则的条件，任务已收回' },
      kept: null,
    });
    const stays = await told(other);
    expect(stays).toMatchObject({ assigned: true });
    expect(stays.rules[0]).toMatchObject({
      reaches: false,
      assignment: { withdrawnAt: null, kept: { zh: '规则不再适用，但资格仍在有效期内，保留至到期' } },
    });
    await (await desk.client()).post(`/audience-rules/${rule}/withdraw`).expect(200);
    await change(agent, 'status', 'left');
    const ended = await told(agent);
    expect(ended.rules[0]).toMatchObject({ reaches: false, condition: null });
    expect(ended.says.zh).toContain('现已收回');
  });

  it('should tell of the day of hire, of an extension, and of the renewal that follows', async () => {
    await change(agent, 'hire_date', '2026-03-01');
    await desk.rule(programId, { tiers: ['frontline'] }, { dueAfter: { kind: 'after_hire', days: 60 } });
    expect((await told(agent)).due!.en).toBe('60 days after the day of hire (2026-03-01)');
    await (
      await desk.client()
    )
      .post(`/people/${agent.id}/certifications/${programId}/waivers`, {
        kind: 'extension',
        until: '2026-06-01',
        reason: '病假',
      })
      .expect(200);
    const extended = await told(agent);
    expect(extended).toMatchObject({ dueOn: '2026-06-01', waivers: [{ reason: '病假' }] });
    expect(extended.due!.zh).toContain('延期至 2026-06-01');
    await doCourse(app, agent);
    const held = await told(agent);
    expect(held.dueOn).toBe('2027-03-01');
    expect(held.due!.en).toContain('last valid day');
  });

  it('should answer for a course, assigned directly or by a program', async () => {
    await desk.rule(programId, { departmentIds: [agent.departmentId] });
    const path = (person: TestPerson) => `/people/${person.id}/courses/${FIXTURE.courseId}/why`;
    const client = await desk.client();
    expect((await client.get(path(agent)).expect(200)).body).toMatchObject({
      what: { kind: 'course' },
      assigned: true,
      dueOn: '2026-04-01',
      rules: [{ reaches: true }],
    });
    expect((await client.get(path(developer)).expect(200)).body).toMatchObject({ assigned: false });
    const own = await (await app.as(agent)).get(`/learn/courses/${FIXTURE.courseId}/why`).expect(200);
    expect(own.body.says.zh).toMatch(/^由规则“.+”派发。$/);
  });
});
