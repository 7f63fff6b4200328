import fc from 'fast-check';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import {
  decide,
  doLessons,
  learner,
  lessonPath,
  outlinePath,
  playCase,
  save,
} from '../../support/learner.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const { signals, steering, case: caseLesson, courseId, quizId } = FIXTURE;

describe('PUT /learn/lessons/:lessonId/progress', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  const resume = async (client: TestClient) => (await client.get(outlinePath())).body.card.resume;

  it('when nobody is signed in it should answer 401', async () => {
    expect((await save(app.client(), signals.id, { blockId: signals.firstBlockId, seq: 1 })).status).toBe(
      401,
    );
  });

  it('when the body is not as documented it should answer 400', async () => {
    const { client } = await learner(app);
    for (const body of [
      {},
      { blockId: 'x', done: false, seq: 1 },
      { blockId: signals.firstBlockId, done: false, seq: -1 },
    ])
      expect((await client.put(lessonPath(signals.id, 'zh-CN', '/progress'), body)).status).toBe(400);
    const unknown = { blockId: signals.firstBlockId, done: false, seq: 1, percent: 100 };
    expect((await client.put(lessonPath(signals.id, 'zh-CN', '/progress'), unknown)).status).toBe(400);
    const huge = { blockId: signals.firstBlockId, done: false, seq: 2 ** 60 };
    expect((await client.put(lessonPath(signals.id, 'zh-CN', '/progress'), huge)).status).toBe(400);
  });

  it('when course or lesson are not for this person it should say so like for missing ones', async () => {
    const stranger = await app.signedIn();
    const foreign = await save(stranger.client, signals.id, { blockId: signals.firstBlockId, seq: 1 });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'course.not_found']);
    const { client } = await learner(app);
    const other = await save(client, steering.id, { blockId: steering.firstBlockId, seq: 1 });
    expect([other.status, other.body.code]).toEqual([404, 'lesson.not_found']);
  });

  it('when the block is for another tier or lesson it should be refused and change nothing', async () => {
    const { client, person } = await learner(app);
    for (const blockId of [signals.leaderBlockId, caseLesson.blockId]) {
      const { status, body } = await save(client, signals.id, { blockId, seq: 1 });
      expect(status).toBe(400);
      expect(body.code).toBe('lesson.block_unknown');
    }
    const rows = await app.database.query(
      'SELECT 1 FROM lesson_progress p JOIN enrolment e ON e.id = p.enrolment_id WHERE e.person_id = $1',
      [person.id],
    );
    expect(rows).toEqual([]);
  });

  it('when a place is saved it should answer the percentages, and resume exactly there', async () => {
    const { client } = await learner(app);
    // The second of eight blocks.
    const { status, body } = await save(client, signals.id, { blockId: signals.frontlineBlockId, seq: 5 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'in_progress',
      lessonPercent: 12,
      courseProgress: 'in_progress',
      savedAt: app.clock.now().toISOString(),
    });
    expect(body.coursePercent).toBeGreaterThan(0);
    expect(await resume(client)).toEqual({
      kind: 'lesson',
      id: signals.id,
      title: '信号',
      blockId: signals.frontlineBlockId,
      openAttemptId: null,
    });
    const outline = (await client.get(outlinePath())).body;
    expect(outline.card).toMatchObject({ percent: body.coursePercent, minutesLeft: body.minutesLeft });
    expect(outline.modules[0].lessons[0]).toMatchObject({ state: 'in_progress', percent: 12 });
  });

  it('when an older save comes late it should keep the newer place, but not lose that it was done', async () => {
    const { client } = await learner(app);
    await save(client, signals.id, { blockId: signals.lastBlockId, seq: 20 });
    const late = await save(client, signals.id, { blockId: signals.firstBlockId, seq: 7 });
    expect(late.body.lessonPercent).toBe(87);
    expect((await resume(client)).blockId).toBe(signals.lastBlockId);
    const done = await save(client, signals.id, { blockId: signals.firstBlockId, seq: 8, done: true });
    expect(done.body).toMatchObject({ state: 'done', lessonPercent: 100 });
    const again = await save(client, signals.id, { blockId: signals.firstBlockId, seq: 30 });
    expect(again.body).toMatchObject({ state: 'done', lessonPercent: 100 });
  });

  it('when a lesson is done it should resume at the start of the next, and at the quiz after the last', async () => {
    const { client } = await learner(app);
    await save(client, signals.id, { blockId: signals.lastBlockId, seq: 1, done: true });
    expect(await resume(client)).toMatchObject({ kind: 'lesson', id: caseLesson.id, blockId: null });
    await playCase(client);
    const { body } = await save(client, caseLesson.id, { blockId: caseLesson.blockId, seq: 2, done: true });
    // The quiz is left: seven questions, seven minutes.
    expect(body).toMatchObject({ state: 'done', minutesLeft: 7, courseProgress: 'in_progress' });
    expect(body.coursePercent).toBeLessThan(100);
    expect(await resume(client)).toEqual({
      kind: 'quiz',
      id: quizId,
      title: '第一个小时测验',
      blockId: null,
      openAttemptId: null,
    });
  });

  it('when the case is not played out it should refuse done, and take it once it was, even after a restart', async () => {
    const { client } = await learner(app);
    const finish = () => save(client, caseLesson.id, { blockId: caseLesson.blockId, seq: 1, done: true });
    const refused = await finish();
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('lesson.case_unfinished');
    await decide(client, caseLesson.nodes.call, caseLesson.options.wait);
    expect((await finish()).status).toBe(409);
    await decide(client, caseLesson.nodes.late, caseLesson.options.silent);
    await client.post(lessonPath(caseLesson.id, 'zh-CN', '/decisions/restart')).expect(200);
    expect((await finish()).body).toMatchObject({ state: 'done', lessonPercent: 100 });
  });

  it('when a phone replays its saves in any order it should end the same', async () => {
    const blocks = [signals.firstBlockId, signals.frontlineBlockId, signals.lastBlockId];
    const saves = fc.array(
      fc.record({ lesson: fc.nat(1), block: fc.nat(2), seq: fc.nat(4), done: fc.boolean() }),
      { minLength: 1, maxLength: 5 },
    );
    const play = async (list: { lesson: number; block: number; seq: number; done: boolean }[]) => {
      const { client } = await learner(app);
      // Sent side by side: what arrives first is up to the network.
      const answers = await Promise.all(
        list.map(({ lesson, block, seq, done }) =>
          lesson === 0
            ? save(client, signals.id, { blockId: blocks[block]!, seq, done })
            : save(client, caseLesson.id, { blockId: caseLesson.blockId, seq }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(list.map(() => 200));
      const { card, modules } = (await client.get(outlinePath())).body;
      return { card, modules };
    };
    await fc.assert(
      fc.asyncProperty(
        saves.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        async ([list, other]) => {
          expect(await play(other)).toEqual(await play(list));
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('when forty saves meet it should lose none', async () => {
    const { client, person } = await learner(app, 'executive');
    const ids = ((await client.get(lessonPath(signals.id))).body.blocks as { id: string }[]).map(
      ({ id }) => id,
    );
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        i % 4 === 3
          ? save(client, steering.id, { blockId: steering.firstBlockId, seq: i, done: i === 19 })
          : save(client, signals.id, { blockId: ids[i % ids.length]!, seq: i, done: i === 10 }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { card, modules } = (await client.get(outlinePath())).body;
    expect(modules[0].lessons.map(({ state }: { state: string }) => state)).toEqual(['done', 'done']);
    const [row] = await app.database.query<{ percent: number }>(
      'SELECT percent FROM enrolment WHERE person_id = $1',
      [person.id],
    );
    expect(card.percent).toBe(row!.percent);
    const fresh = await learner(app, 'executive');
    await save(fresh.client, signals.id, { blockId: signals.firstBlockId, seq: 1, done: true });
    const { body } = await save(fresh.client, steering.id, {
      blockId: steering.firstBlockId,
      seq: 2,
      done: true,
    });
    expect(row!.percent).toBe(body.coursePercent);
  });

  it('when it is saved before any lesson was opened it should begin the course', async () => {
    const { client, person } = await learner(app);
    await save(client, signals.id, { blockId: signals.firstBlockId, seq: 1 }).expect(200);
    expect(
      await app.database.query('SELECT course_id FROM enrolment WHERE person_id = $1', [person.id]),
    ).toEqual([{ course_id: courseId }]);
  });

  it('when all lessons are done and saved again it should stay so', async () => {
    const { client } = await learner(app);
    await doLessons(client);
    const { body } = await save(client, signals.id, { blockId: signals.firstBlockId, seq: 50 });
    expect(body).toMatchObject({ state: 'done', minutesLeft: 7 });
    expect((await resume(client)).kind).toBe('quiz');
  });
});
