import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp } from '../../support/test-app.js';
import { hrDesk, yearly } from '../certification/program-setting.js';

describe('POST /programs/check', () => {
  let app: TestApp;
  const course = (key: string, requires: string[] = []) => ({
    kind: 'course' as const,
    key,
    requires,
    courseId: FIXTURE.courseId,
  });

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  it('when the caller may not make programs it should refuse', async () => {
    const body = { document: yearly() };
    await app.client().post('/programs/check', body).expect(401);
    await (await app.as(await app.person({ roles: ['auditor'] }))).post('/programs/check', body).expect(403);
  });

  it('should name every fault by its place and keep nothing', async () => {
    const desk = await hrDesk(app);
    const document = yearly({ path: [course('a', ['b']), course('a', ['x']), course('b', ['a'])] });
    const { body } = await (await desk.client()).post('/programs/check', { document }).expect(200);
    expect(body).toEqual({
      faults: [
        { path: 'path.1.key', fault: 'duplicate_key', value: 'a' },
        { path: 'path.1.requires.0', fault: 'unknown_item', value: 'x' },
      ],
      follows: 0,
      keeps: 0,
    });
    expect(await app.database.query('SELECT 1 FROM program')).toEqual([]);
  });

  it('should count who follows a new version and who keeps what they have', async () => {
    const desk = await hrDesk(app);
    const people = [];
    for (let n = 0; n < 3; n++) people.push(await app.person({ tier: 'frontline', department: '夜班' }));
    const programId = await desk.program();
    await desk.rule(programId, { personIds: people.map(({ id }) => id) });
    const client = await desk.client();
    const counted = async () => {
      const { follows, keeps } = (
        await client.post('/programs/check', { document: yearly(), programId }).expect(200)
      ).body;
      return { follows, keeps };
    };
    expect(await counted()).toEqual({ follows: 3, keeps: 0 });
    await app.database.query(
      `UPDATE program_standing SET valid_until = 'infinity' WHERE program_id = $1 AND person_id = $2`,
      [programId, people[0]!.id],
    );
    expect(await counted()).toEqual({ follows: 2, keeps: 1 });
  });
});
