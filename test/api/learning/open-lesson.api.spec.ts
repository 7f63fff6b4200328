import { bareCourse } from '../../support/bare-course.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { assign, learner, lessonPath, outlinePath, save, withdraw } from '../../support/learner.js';
import { TestApp } from '../../support/test-app.js';

const { signals, steering, case: caseLesson, courseId, quizId } = FIXTURE;
const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('GET /learn/lessons/:lessonId', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  const enrolments = (personId: string) =>
    app.database.query('SELECT tier, percent FROM enrolment WHERE person_id = $1', [personId]);
  const standing = async (personId: string) =>
    (
      await app.database.query<{ progress: string }>('SELECT progress FROM standing WHERE person_id = $1', [
        personId,
      ])
    )[0]?.progress;

  it('when nobody is signed in it should answer 401', async () => {
    expect((await app.client().get(lessonPath(signals.id))).status).toBe(401);
  });

  it('when the course is not named or an id is none it should answer 400', async () => {
    const { client } = await learner(app);
    expect((await client.get(`/learn/lessons/${signals.id}`)).status).toBe(400);
    expect((await client.get(`/learn/lessons/x?courseId=${courseId}`)).status).toBe(400);
    expect((await client.get(`${lessonPath(signals.id)}fr`)).status).toBe(400);
  });

  it('when the course is not assigned it should look like one that does not exist', async () => {
    const { client, person } = await app.signedIn();
    const foreign = await client.get(lessonPath(signals.id));
    const missing = await client.get(`/learn/lessons/${signals.id}?courseId=${NOWHERE}`);
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual({ ...missing.body });
    expect(foreign.body.code).toBe('course.not_found');
    expect(await enrolments(person.id)).toEqual([]);
  });

  it('when the lesson is for another tier or of no course it should not be found, and begin nothing', async () => {
    const { client, person } = await learner(app);
    const foreign = await client.get(lessonPath(steering.id));
    expect(foreign.status).toBe(404);
    expect(foreign.body.code).toBe('lesson.not_found');
    expect((await client.get(lessonPath(NOWHERE))).body).toEqual(foreign.body);
    expect(await enrolments(person.id)).toEqual([]);
    expect(await standing(person.id)).toBe('not_started');
  });

  it('when it is the first lesson it should begin the course and show the blocks of this tier alone', async () => {
    const { client, person } = await learner(app);
    const { status, body } = await client.get(lessonPath(signals.id));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: signals.id,
      courseId,
      courseTitle: '第一个小时',
      moduleTitle: '看见',
      title: '信号',
      position: 1,
      of: 2,
      case: null,
      state: 'not_started',
      lastBlockId: null,
      previousLessonId: null,
      next: { kind: 'lesson', id: caseLesson.id, title: '案例：第三通电话' },
    });
    const ids = body.blocks.map((block: { id: string }) => block.id);
    expect(ids).toContain(signals.frontlineBlockId);
    expect(ids).not.toContain(signals.leaderBlockId);
    expect(body.blocks.map((block: { type: string }) => block.type)).toEqual([
      'text',
      'callout',
      'steps',
      'timeline',
      'compare',
      'checklist',
      'chart',
      'reflection',
    ]);
    expect(body.sources).toHaveLength(2);
    expect(await enrolments(person.id)).toEqual([{ tier: 'frontline', percent: 0 }]);
    expect(await standing(person.id)).toBe('in_progress');
  });

  it('when an executive opens the same course it should be other lessons and blocks', async () => {
    const { client } = await learner(app, 'executive');
    const { body } = await client.get(lessonPath(signals.id));
    const ids = body.blocks.map((block: { id: string }) => block.id);
    expect(ids).toContain(signals.leaderBlockId);
    expect(ids).not.toContain(signals.frontlineBlockId);
    expect(body).toMatchObject({ of: 3, next: { id: steering.id } });
    const second = await client.get(lessonPath(steering.id));
    expect(second.body).toMatchObject({
      position: 2,
      previousLessonId: signals.id,
      next: { id: caseLesson.id },
    });
    expect((await client.get(lessonPath(caseLesson.id))).body.next).toMatchObject({
      kind: 'quiz',
      id: quizId,
    });
    const manager = await learner(app, 'manager');
    expect((await manager.client.get(lessonPath(steering.id))).body.blocks).toHaveLength(1);
    expect(second.body.blocks).toHaveLength(2);
  });

  it('when two phones open the first lesson at once it should begin the course once', async () => {
    const { client, person } = await learner(app);
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.get(lessonPath(signals.id))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(await enrolments(person.id)).toHaveLength(1);
  });

  it('when the language changes midway it should change every text and keep the place', async () => {
    const { client } = await learner(app);
    await save(client, signals.id, { blockId: signals.frontlineBlockId, seq: 1 }).expect(200);
    const zh = (await client.get(lessonPath(signals.id))).body;
    const en = (await client.get(lessonPath(signals.id, 'en'))).body;
    expect(en).toMatchObject({
      title: 'Signals',
      state: 'in_progress',
      lastBlockId: signals.frontlineBlockId,
    });
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u);
    expect(en.blocks.map((block: { id: string }) => block.id)).toEqual(
      zh.blocks.map((block: { id: string }) => block.id),
    );
    // Without a language it is the one of the person.
    expect((await client.get(`/learn/lessons/${signals.id}?courseId=${courseId}`)).body.title).toBe('信号');
  });

  it('when a case waits it should show neither qualities nor consequences, feedback or debrief', async () => {
    const { client } = await learner(app);
    for (const locale of ['zh-CN', 'en']) {
      const { text, body } = await client.get(lessonPath(caseLesson.id, locale));
      expect(body.case).toMatchObject({
        steps: [],
        open: { id: caseLesson.nodes.call },
        debriefHtml: null,
        decisionsAtMost: 3,
      });
      expect(body.case.open.options).toEqual([
        { id: caseLesson.options.report, label: expect.any(String) },
        { id: caseLesson.options.wait, label: expect.any(String) },
      ]);
      expect(text).not.toMatch(/quality|strong|acceptable|weak|consequence|feedback|nextNode/);
      expect(text).not.toMatch(
        /早报|等来的|值班负责人|已经有人|rings back|Early beats|adds to the count|Forty|posted|reporting early/,
      );
    }
  });

  it('when somebody is promoted midway it should keep the tier that was begun with', async () => {
    const { client, person } = await learner(app);
    await client.get(lessonPath(signals.id)).expect(200);
    await app.database.query(`UPDATE person SET tier = 'manager' WHERE id = $1`, [person.id]);
    const again = await app.as(person);
    expect((await again.get(lessonPath(signals.id))).body.of).toBe(2);
    expect((await again.get(lessonPath(steering.id))).status).toBe(404);
  });

  it('when the assignment is withdrawn it should stay open to those who began, and vanish for the others', async () => {
    const begun = await learner(app);
    await begun.client.get(lessonPath(signals.id)).expect(200);
    const idle = await learner(app);
    await withdraw(app, begun.rule);
    await withdraw(app, idle.rule);
    expect((await begun.client.get(lessonPath(signals.id))).status).toBe(200);
    expect((await idle.client.get(lessonPath(signals.id))).body.code).toBe('course.not_found');
    expect((await idle.client.get(outlinePath())).body.code).toBe('course.not_found');
  });

  it('when an assigned course has no published version it should not be found', async () => {
    const { client, person } = await app.signedIn();
    const draft = await bareCourse(app, '草稿', { published: false });
    await assign(app, person.id, { courseId: draft });
    expect((await client.get(`/learn/lessons/${signals.id}?courseId=${draft}`)).body.code).toBe(
      'course.not_found',
    );
    expect((await client.get(`/learn/courses/${draft}`)).body.code).toBe('course.not_found');
    expect((await client.get('/learn/home')).body.continue).toBeNull();
  });
});
