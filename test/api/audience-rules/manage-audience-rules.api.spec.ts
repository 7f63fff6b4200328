import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, finishCourse } from '../../support/bare-course.js';
import { hrDesk, yearly } from '../certification/program-setting.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('rules that exist', () => {
  let app: TestApp;
  let trainer: TestClient;
  let course: string;
  let early: TestPerson;
  let done: TestPerson;
  const MISSING = '00000000-0000-4000-8000-000000000000';

  beforeEach(async () => {
    app = await TestApp.start();
    course = await bareCourse(app, '应对预案');
    trainer = (await app.signedIn({ roles: ['trainer'], department: '培训部', tier: 'manager' })).client;
    early = await app.person({ department: '客服' });
    done = await app.person({ department: '客服' });
  });
  afterEach(() => app.stop());

  const create = async (body: object = {}, client = trainer): Promise<string> => {
    const answer = await client.post('/audience-rules', {
      courseIds: [course],
      audience: { departmentIds: [early.departmentId] },
      dueOn: '2026-03-20',
      name: '客服必修',
      ...body,
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const finish = async (person: TestPerson) => {
    await finishCourse(app, person.id, course);
    await app.database.transaction((tx) =>
      refreshStandings(tx, { personIds: [person.id], courseIds: [course] }),
    );
  };
  const standing = async (person: TestPerson) =>
    (
      await app.database.query(
        'SELECT counted, progress, due_on FROM standing WHERE person_id = $1 AND course_id = $2',
        [person.id, course],
      )
    )[0];

  describe('GET /audience-rules', () => {
    it('when the caller may not it should answer 401 or 403, and 400 for an unknown sort', async () => {
      expect((await app.client().get('/audience-rules')).status).toBe(401);
      expect((await (await app.signedIn()).client.get('/audience-rules')).status).toBe(403);
      expect((await trainer.get('/audience-rules?sort=name;drop')).status).toBe(400);
    });

    it('when rules are filtered and sorted it should page through the right ones', async () => {
      const other = await bareCourse(app, '另一门课');
      const a = await create({ name: '甲 100%', dueOn: '2026-03-10' });
      const b = await create({ name: '乙', dueOn: null, courseIds: [other] });
      const c = await create({ name: '丙', dueOn: '2026-03-05' });
      await trainer.post(`/audience-rules/${c}/withdraw`);
      const ids = async (query: string) =>
        (await trainer.get(`/audience-rules?${query}`)).body.items.map((rule: { id: string }) => rule.id);
      expect(await ids('sort=dueOn')).toEqual([c, a, b]);
      expect(await ids('sort=dueOn&order=desc&state=live')).toEqual([a, b]);
      expect(await ids(`courseId=${other}`)).toEqual([b]);
      expect(await ids(`q=${encodeURIComponent('0%')}`)).toEqual([a]);
      await trainer.patch(`/audience-rules/${b}`, { note: '消防检查之后补训' }).expect(200);
      expect(await ids(`q=${encodeURIComponent('消防')}`)).toEqual([b]);
      const page = (await trainer.get('/audience-rules?sort=dueOn&perPage=1&page=2')).body;
      expect([page.total, page.items[0].id]).toEqual([3, a]);
    });

    it('when they are asked for by program, course or author it should find courses within programs too', async () => {
      const desk = await hrDesk(app);
      const path = [{ kind: 'course' as const, key: 'course', requires: [], courseId: course }];
      const program = await desk.program(yearly({ path }));
      const whole = await desk.rule(program, { personIds: [early.id] });
      const single = await create();
      const query = async (name: string, id: string) =>
        (await trainer.get(`/audience-rules?${name}=${id}`)).body.items.map(
          (rule: { id: string }) => rule.id,
        );
      expect(await query('programId', program)).toEqual([whole]);
      expect((await query('courseId', course)).sort()).toEqual([whole, single].sort());
      const { createdBy } = (await trainer.get(`/audience-rules/${whole}`)).body;
      expect(await query('createdById', createdBy.id)).toEqual([whole]);
      expect(await query('programId', MISSING)).toEqual([]);
    });

    it('when the actor is limited to a sub-tree it should show only what was made within it', async () => {
      const wide = await create();
      const { client: inside } = await app.signedIn({
        roles: ['hr'],
        department: '客服/质检',
        scope: '客服/质检',
      });
      const { client: above } = await app.signedIn({ roles: ['hr'], department: '客服', scope: '客服' });
      const narrow = await create({ audience: { everybody: true } }, inside);
      const ids = async (client: TestClient) =>
        (await client.get('/audience-rules')).body.items.map((rule: { id: string }) => rule.id);
      expect(await ids(inside)).toEqual([narrow]);
      expect(await ids(above)).toEqual([narrow]);
      expect((await ids(trainer)).sort()).toEqual([wide, narrow].sort());
      for (const send of [
        () => inside.get(`/audience-rules/${wide}`),
        () => inside.patch(`/audience-rules/${wide}`, { name: 'x' }),
        () => inside.post(`/audience-rules/${wide}/withdraw`),
      ]) {
        const { status, body } = await send();
        expect([status, body.code]).toEqual([404, 'audience_rule.not_found']);
      }
    });
  });

  describe('GET /audience-rules/:id', () => {
    it('when the id is unknown it should answer 404, when it is no id 400', async () => {
      expect((await trainer.get(`/audience-rules/${MISSING}`)).status).toBe(404);
      expect((await trainer.get('/audience-rules/nonsense')).status).toBe(400);
    });

    it('when people finish or run late it should count them', async () => {
      const id = await create();
      await finish(done);
      app.clock.set('2026-03-21T01:00:00.000Z');
      const trainerAgain = (await app.signedIn({ roles: ['trainer'] })).client;
      expect((await trainerAgain.get(`/audience-rules/${id}`)).body).toMatchObject({
        people: 2,
        assigned: 2,
        completed: 1,
        overdue: 1,
      });
    });
  });

  describe('GET /audience-rules/:id for somebody limited to a sub-tree', () => {
    it('when a person has moved out of it with a finished course it should neither name nor count them', async () => {
      const { client } = await app.signedIn({ roles: ['hr'], department: '客服', scope: '客服' });
      const id = await create({ audience: { personIds: [early.id, done.id] } }, client);
      await finish(done);
      await app.database.query('UPDATE person SET department_id = $2 WHERE id = $1', [
        done.id,
        await app.department('研发'),
      ]);
      await app.database.transaction((tx) => refreshStandings(tx, { personIds: [done.id] }));
      const { body } = await client.get(`/audience-rules/${id}`);
      expect(body).toMatchObject({
        people: 1,
        assigned: 1,
        completed: 0,
        audience: { personIds: [early.id], people: [{ id: early.id }] },
      });
      expect((await trainer.get(`/audience-rules/${id}`)).body).toMatchObject({ people: 2, completed: 1 });
    });
  });

  describe('PATCH /audience-rules/:id', () => {
    it('when the caller may not it should answer 401 or 403, and 400 for a foreign field', async () => {
      const id = await create();
      expect((await app.client().patch(`/audience-rules/${id}`, {})).status).toBe(401);
      expect((await (await app.signedIn()).client.patch(`/audience-rules/${id}`, {})).status).toBe(403);
      expect((await trainer.patch(`/audience-rules/${id}`, { tiers: [] })).status).toBe(400);
    });

    it('when fields are set, left out or cleared it should do just that', async () => {
      const id = await create({ note: '原来的' });
      expect((await trainer.patch(`/audience-rules/${id}`, { name: '新名' })).body).toMatchObject({
        name: '新名',
        note: '原来的',
        dueOn: '2026-03-20',
      });
      expect((await trainer.patch(`/audience-rules/${id}`, { note: null })).body).toMatchObject({
        name: '新名',
        note: null,
      });
    });

    it('when the due day moves it should move for open assignments, and joiners keep theirs if later', async () => {
      const id = await create();
      await finish(done);
      app.clock.set('2026-03-10T01:00:00.000Z');
      const joiner = await app.person({ department: '客服' });
      await app.drainJobs();
      await app.app.get(Reconciliation).handle({ personIds: [joiner.id] });
      expect((await standing(joiner))?.due_on).toBe('2026-03-24'); // ten days later than the rule says, 14 from joining
      const again = (await app.signedIn({ roles: ['trainer'] })).client;
      expect((await again.patch(`/audience-rules/${id}`, { dueOn: '2026-03-12' })).status).toBe(200);
      expect([
        (await standing(early))?.due_on,
        (await standing(joiner))?.due_on,
        (await standing(done))?.due_on,
      ]).toEqual(['2026-03-12', '2026-03-24', '2026-03-20']);
      await again.patch(`/audience-rules/${id}`, { dueOn: '2026-04-30' });
      expect([(await standing(early))?.due_on, (await standing(joiner))?.due_on]).toEqual([
        '2026-04-30',
        '2026-04-30',
      ]);
      await again.patch(`/audience-rules/${id}`, { dueOn: null });
      expect([(await standing(early))?.due_on, (await standing(joiner))?.due_on]).toEqual([
        'infinity',
        'infinity',
      ]);
    });

    it('when the new due day has passed it should refuse, and so it should for a withdrawn rule', async () => {
      const id = await create();
      expect((await trainer.patch(`/audience-rules/${id}`, { dueOn: '2026-03-01' })).body.code).toBe(
        'audience_rule.due_in_past',
      );
      await trainer.post(`/audience-rules/${id}/withdraw`);
      const { status, body } = await trainer.patch(`/audience-rules/${id}`, { name: 'x' });
      expect([status, body.code]).toEqual([409, 'audience_rule.withdrawn']);
    });
  });

  describe('POST /audience-rules/:id/withdraw', () => {
    it('when the caller may not it should answer 401 or 403', async () => {
      const id = await create();
      expect((await app.client().post(`/audience-rules/${id}/withdraw`)).status).toBe(401);
      expect((await (await app.signedIn()).client.post(`/audience-rules/${id}/withdraw`)).status).toBe(403);
    });

    it('when it is withdrawn it should take back what is open, keep what is finished, and assign nobody new', async () => {
      const id = await create();
      await finish(done);
      const { status, body } = await trainer.post(`/audience-rules/${id}/withdraw`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ assigned: 1, completed: 1, withdrawnAt: '2026-03-02T01:00:00.000Z' });
      expect([(await standing(early))?.counted, (await standing(done))?.counted]).toEqual([false, true]);
      const late = await app.person({ department: '客服' });
      await app.app.get(Reconciliation).handle({ personIds: null });
      expect(await standing(late)).toBeUndefined();
      expect((await trainer.post(`/audience-rules/${id}/withdraw`)).status).toBe(409);
    });
  });
});
