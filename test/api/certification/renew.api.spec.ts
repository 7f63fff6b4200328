import { CertificationExceptions } from '../../../api/src/modules/certification/index.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk, mine, yearly } from './program-setting.js';

describe('a program and its renewal', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let person: TestPerson;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    desk = await hrDesk(app);
    person = await app.person({ department: '客服' });
  });
  afterEach(() => app.stop());

  const status = async () => (await mine(app, person)).status;

  it('should go from assigned to compliant, expiring, renewed, and keep what was earned before', async () => {
    const programId = await desk.program();
    await desk.rule(programId, { tiers: ['frontline'] });
    expect(await mine(app, person)).toMatchObject({
      status: 'not_started',
      dueOn: '2026-04-01',
      path: 'full',
      periods: [],
    });

    await doCourse(app, person);
    expect(await mine(app, person)).toMatchObject({
      status: 'compliant',
      validUntil: '2027-03-01',
      renewalOpensOn: '2026-12-31',
      path: null,
    });

    app.clock.set('2026-12-30T01:00:00Z');
    expect(await status()).toBe('compliant');
    await (await app.as(person)).post(`/learn/courses/${FIXTURE.courseId}/again`).expect(409);

    app.clock.set('2027-01-10T01:00:00Z');
    expect(await mine(app, person)).toMatchObject({
      status: 'expiring_soon',
      path: 'full',
      items: [{ state: 'open' }],
    });
    const again = await (await app.as(person)).post(`/learn/courses/${FIXTURE.courseId}/again`).expect(200);
    expect(again.body.card).toMatchObject({ progress: 'in_progress', percent: 0 });
    expect((await mine(app, person)).items).toMatchObject([{ state: 'in_progress' }]);
    await doCourse(app, person);

    const renewed = await mine(app, person);
    expect(renewed).toMatchObject({ status: 'compliant', validUntil: '2028-03-01' });
    expect(
      renewed.periods.map(({ number, validFrom, validUntil }) => [number, validFrom, validUntil]),
    ).toEqual([
      [3, null, null],
      [2, '2027-03-02', '2028-03-01'],
      [1, '2026-03-02', '2027-03-01'],
    ]);
    const certificates = await (await app.as(person)).get('/learn/certificates').expect(200);
    expect(certificates.body.total).toBe(2);
  });

  it('when it is not renewed should be in grace and then overdue, whether or not a job has run', async () => {
    await desk.rule(await desk.program(), { tiers: ['frontline'] });
    await doCourse(app, person);
    const days: [string, string][] = [
      ['2027-03-01', 'expiring_soon'],
      ['2027-03-02', 'in_grace'],
      ['2027-03-15', 'in_grace'],
      ['2027-03-16', 'overdue'],
    ];
    for (const [day, expected] of days) {
      app.clock.set(`${day}T04:00:00Z`);
      expect([day, await status()]).toEqual([day, expected]);
    }
  });

  it('what was done before the program was assigned should count as long as it would be valid', async () => {
    const other = await (
      await desk.client()
    ).post('/audience-rules', { courseIds: [FIXTURE.courseId], audience: { tiers: ['frontline'] } });
    expect(other.status).toBe(201);
    await doCourse(app, person);
    app.clock.advance({ days: 100 });
    await desk.rule(await desk.program(), { tiers: ['frontline'] }, { dueOn: null });
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', validUntil: '2027-03-01' });
  });

  it('when waived or given more time should say so, with reason and author, and end with it', async () => {
    const programId = await desk.program();
    await desk.rule(programId, { tiers: ['frontline'] });
    const path = `/people/${person.id}/certifications/${programId}`;
    app.clock.set('2026-04-20T01:00:00Z');
    expect(await status()).toBe('overdue');

    await (
      await desk.client()
    )
      .post(`${path}/waivers`, { kind: 'extension', until: '2026-05-10', reason: '住院治疗' })
      .expect(200);
    expect(await mine(app, person)).toMatchObject({ status: 'not_started', dueOn: '2026-05-10' });

    const waived = await (
      await desk.client()
    )
      .post(`${path}/waivers`, { kind: 'waiver', until: null, reason: '转为顾问岗位' })
      .expect(200);
    expect(waived.body.items[0]).toMatchObject({
      status: 'waived',
      waivers: [{ kind: 'waiver', reason: '转为顾问岗位' }, {}],
    });
    await (
      await desk.client()
    )
      .post(`${path}/waivers/${waived.body.items[0].waivers[0].id}/end`, { reason: '恢复一线岗位' })
      .expect(200);
    expect(await status()).toBe('not_started');
    await (
      await desk.client()
    )
      .post(`${path}/waivers`, { kind: 'waiver', until: '2026-04-19', reason: '已经过期的日期' })
      .expect(400);
    await (
      await desk.client()
    )
      .post(`${path}/waivers`, { kind: 'extension', until: null, reason: '没有新的日期' })
      .expect(400);
  });

  it('when revoked should be asked for again, and what is done afterwards count anew', async () => {
    const programId = await desk.program();
    await desk.rule(programId, { tiers: ['frontline'] });
    const path = `/people/${person.id}/certifications/${programId}/revoke`;
    await (await desk.client()).post(path, { reason: '考试作弊' }).expect(409);
    await doCourse(app, person);
    await (await desk.client()).post(path, { reason: '考试作弊', dueDays: 10 }).expect(200);
    await (await desk.client()).post(path, { reason: '再次撤销' }).expect(409);
    expect(await mine(app, person)).toMatchObject({ status: 'revoked', dueOn: '2026-03-12' });

    app.clock.advance({ days: 2 });
    await (await app.as(person)).post(`/learn/courses/${FIXTURE.courseId}/again`).expect(200);
    await doCourse(app, person);
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', validUntil: '2027-03-03' });
  });

  it('a completed period should never be changed or deleted, whoever asks the database', async () => {
    await desk.rule(await desk.program(), { tiers: ['frontline'] });
    await doCourse(app, person);
    const done = 'completed_at IS NOT NULL';
    await expect(
      app.database.query(`UPDATE certification_period SET valid_until = '2030-01-01' WHERE ${done}`),
    ).rejects.toThrow('never changed');
    await expect(app.database.query(`DELETE FROM certification_period WHERE ${done}`)).rejects.toThrow(
      'never deleted',
    );
  });

  it('when somebody leaves the audience should keep a valid certification to its end and ask for no renewal', async () => {
    await desk.rule(await desk.program(), { tiers: ['frontline'] });
    const { person: open } = await app.signedIn({ department: '客服' });
    await (await desk.client()).get(`/people/${open.id}/certifications`).expect(200);
    await doCourse(app, person);
    await (await desk.client()).patch(`/people/${person.id}`, { tier: 'manager' }).expect(200);
    await app.drainJobs();
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', assigned: true });
    app.clock.set('2027-01-10T01:00:00Z');
    await (await desk.client()).patch(`/people/${person.id}`, { position: '客服主管' }).expect(200);
    await app.drainJobs();
    expect(await mine(app, person)).toMatchObject({ assigned: false, path: null, validUntil: '2027-03-01' });
  });

  it('when a drill was weak should open the refresher early, once, and take nothing away', async () => {
    await desk.rule(await desk.program(), { tiers: ['frontline'] });
    await doCourse(app, person);
    app.clock.set('2026-06-01T01:00:00Z');
    const why = { zh: '演练中有目标偏弱', en: 'Weak in the drill' };
    const pull = () =>
      app.database.transaction((tx) =>
        app.app.get(CertificationExceptions).pullForward(tx, [person.id], why),
      );
    await pull();
    expect(await mine(app, person)).toMatchObject({
      status: 'expiring_soon',
      dueOn: '2026-07-01',
      validUntil: '2027-03-01',
      path: 'full',
      periods: [{ pulledForward: why, opensOn: '2026-06-01' }, {}],
    });
    app.clock.set('2026-06-10T01:00:00Z');
    await pull();
    expect((await mine(app, person)).periods[0]!.opensOn).toBe('2026-06-01');
    await (await app.as(person)).post(`/learn/courses/${FIXTURE.courseId}/again`).expect(200);
    await doCourse(app, person);
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', validUntil: '2027-06-09' });
  });

  it('people outside the scope, and programs nobody gave them, should not be found', async () => {
    const programId = await desk.program();
    const { client: scoped } = await app.signedIn({ roles: ['hr'], department: '研发', scope: '研发' });
    const path = `/people/${person.id}/certifications`;
    await scoped.get(path).expect(404);
    await (await desk.client()).post(`${path}/${programId}/revoke`, { reason: '没有参加过' }).expect(404);
    const { client: learner } = await app.signedIn({});
    await learner.get(path).expect(403);
  });

  it('when a version drops what is missing should complete those who have done the rest', async () => {
    const other = {
      kind: 'drill' as const,
      key: 'drill',
      requires: [],
      title: { zh: '演练', en: 'Drill' },
      crisisTypes: [],
      solo: true,
      pass: false,
    };
    const document = yearly();
    const programId = await desk.program({ ...document, path: [...document.path, other] });
    await desk.rule(programId, { tiers: ['frontline'] });
    await doCourse(app, person);
    expect(await status()).toBe('in_progress');
    const current = await (await desk.client()).get(`/programs/${programId}`).expect(200);
    const basedOn = current.body.version.id as string;
    await (await desk.client()).post(`/programs/${programId}/versions`, { document, basedOn }).expect(200);
    await app.drainJobs();
    expect(await status()).toBe('compliant');
    await (await desk.client()).post(`/programs/${programId}/versions`, { document, basedOn }).expect(409);
  });
});
