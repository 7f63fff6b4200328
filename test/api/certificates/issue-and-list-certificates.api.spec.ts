import { issueCertificate } from '../../../api/src/modules/certificates/index.js';
import { bareCourse } from '../../support/bare-course.js';
import { certificateOf } from '../../support/certificates.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('certificates', () => {
  let app: TestApp;
  let person: TestPerson;
  let client: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ person, client } = await app.signedIn({
      name: '张伟',
      department: '客服中心/在线组',
      tier: 'manager',
    }));
  });
  afterAll(() => app.stop());

  describe('issueCertificate', () => {
    it('when asked twice, also at once, it should issue one, with the name and title of that moment', async () => {
      const { person: learner } = await app.signedIn({ name: '旧名' });
      const { id, code, courseId } = await certificateOf(app, learner.id);
      await app.database.query(`UPDATE person SET name = '新名' WHERE id = $1`, [learner.id]);
      const [completion] = await app.database.query<{ id: string }>(
        'SELECT id FROM completion WHERE person_id = $1',
        [learner.id],
      );
      const again = await Promise.all(
        [1, 2, 3].map(() => issueCertificate(app.database, app.clock.now(), completion!.id)),
      );
      expect(again).toEqual([id, id, id]);
      const rows = await app.database.query(
        'SELECT code, holder_name, course_title FROM certificate WHERE person_id = $1',
        [learner.id],
      );
      expect(rows).toEqual([
        { code, holder_name: '旧名', course_title: { zh: '危机沟通', en: '危机沟通 (en)' } },
      ]);
      expect(courseId).toBeTruthy();
    });

    it('when the completion does not exist it should fail', async () => {
      await expect(
        issueCertificate(app.database, app.clock.now(), '00000000-0000-7000-8000-000000000000'),
      ).rejects.toThrow('does not exist');
    });
  });

  describe('GET /learn/certificates', () => {
    it('when nobody is signed in it should ask to sign in', async () => {
      expect((await app.client().get('/learn/certificates')).status).toBe(401);
    });

    it('when there are none it should be empty; then list one’s own, the latest first', async () => {
      expect((await client.get('/learn/certificates')).body).toEqual({ items: [], total: 0 });
      const first = await certificateOf(app, person.id, { score: 85 });
      app.clock.advance({ days: 1 });
      const second = await certificateOf(app, person.id);
      await certificateOf(app, (await app.person()).id);
      const { body } = await client.get('/learn/certificates');
      expect(body.total).toBe(2);
      expect(body.items.map((item: { id: string }) => item.id)).toEqual([second.id, first.id]);
      expect(body.items[1]).toEqual({
        id: first.id,
        code: first.code,
        courseId: first.courseId,
        courseTitle: { zh: '危机沟通', en: '危机沟通 (en)' },
        versionNumber: 1,
        tier: 'manager',
        scorePercent: 85,
        issuedAt: '2026-03-02T01:00:00.000Z',
        revokedAt: null,
        verifyUrl: `http://localhost:3000/verify/${first.code}`,
      });
    });
  });

  describe('GET /certificates', () => {
    it('when nobody is signed in or an employee asks it should refuse', async () => {
      expect((await app.client().get('/certificates')).status).toBe(401);
      expect((await client.get('/certificates')).status).toBe(403);
    });

    it('when the sort is unknown it should say so', async () => {
      const { client: hr } = await app.signedIn({ roles: ['hr'] });
      expect((await hr.get('/certificates?sort=code')).body.details[0].path).toBe('sort');
    });

    it('when HR asks it should show those in scope and filter them', async () => {
      const courseId = await bareCourse(app, '甲');
      const inside = await app.person({ name: '李娜', department: '法务部/合规组' });
      const outside = await app.person({ name: '李雷', department: '财务部' });
      const mine = await certificateOf(app, inside.id, { courseId });
      await certificateOf(app, inside.id);
      await certificateOf(app, outside.id, { courseId });
      const { client: scoped } = await app.signedIn({ roles: ['hr'], scope: '法务部' });
      const { client: hr } = await app.signedIn({ roles: ['hr'] });
      const total = async (who: TestClient, query: string) =>
        (await who.get(`/certificates?${query}`)).body.total;
      expect(await total(hr, `courseId=${courseId}`)).toBe(2);
      expect(await total(scoped, `courseId=${courseId}`)).toBe(1);
      expect(await total(scoped, `personId=${outside.id}`)).toBe(0);
      expect(await total(hr, `personId=${inside.id}`)).toBe(2);
      expect(await total(hr, `q=${encodeURIComponent('李')}`)).toBe(3);
      expect(await total(hr, `q=${encodeURIComponent('%')}`)).toBe(0);
      expect(await total(hr, `q=${mine.code.toLowerCase()}`)).toBe(1);
      expect(await total(scoped, 'state=revoked')).toBe(0);
      const { body } = await hr.get(`/certificates?courseId=${courseId}&sort=name&order=desc&perPage=1`);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({
        person: { id: inside.id, name: '李娜', employeeNo: inside.employeeNo },
        departmentPath: '法务部/合规组',
        revokedReason: null,
      });
    });
  });
});
