import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { attempted, complete, doLessons, learner, lessonPath, outlinePath } from '../../support/learner.js';
import { publishNewer } from '../../support/newer-version.js';
import { TestApp } from '../../support/test-app.js';

const { signals, courseId } = FIXTURE;

describe('a newer version of a course', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  it('when it is published it should go to those who begin, and leave the others what they began', async () => {
    const early = await learner(app);
    await early.client.get(lessonPath(signals.id)).expect(200);
    await publishNewer(app, [['三小时内五个人', '两小时内四个人']]);

    const kept = await early.client.get(lessonPath(signals.id));
    expect(kept.body.blocks[0].html).toContain('三小时内五个人');
    expect((await early.client.get(outlinePath())).body).toMatchObject({
      versionNumber: 1,
      newerVersion: true,
    });

    const late = await learner(app);
    expect((await late.client.get(outlinePath())).body).toMatchObject({
      versionNumber: 2,
      newerVersion: false,
    });
    expect((await late.client.get(lessonPath(signals.id))).body.blocks[0].html).toContain('两小时内四个人');

    for (const { client, person } of [early, late]) {
      await doLessons(client);
      await attempted(app, person.id, 90, true);
      await complete(app, person.id);
    }
    const completed = await app.database.query(
      `SELECT c.person_id, v.number FROM completion c JOIN course_version v ON v.id = c.version_id
       WHERE c.course_id = $1 ORDER BY v.number`,
      [courseId],
    );
    expect(completed).toEqual([
      { person_id: early.person.id, number: 1 },
      { person_id: late.person.id, number: 2 },
    ]);
  });
});
