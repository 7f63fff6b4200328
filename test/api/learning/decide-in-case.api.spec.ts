import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { decide, learner, lessonPath, outlinePath, playCase, save } from '../../support/learner.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const { signals, case: caseLesson } = FIXTURE;
const { nodes, options } = caseLesson;

describe('POST /learn/lessons/:lessonId/decisions', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  const open = async (client: TestClient) => (await client.get(lessonPath(caseLesson.id))).body.case;
  const stored = (personId: string) =>
    app.database.query<{ run: number; ordinal: number; option_id: string }>(
      `SELECT d.run, d.ordinal, d.option_id FROM case_decision d JOIN enrolment e ON e.id = d.enrolment_id
       WHERE e.person_id = $1 ORDER BY run, ordinal`,
      [personId],
    );

  it('when nobody is signed in it should answer 401, without a node 400', async () => {
    expect((await decide(app.client(), nodes.call, options.report)).status).toBe(401);
    const { client } = await learner(app);
    expect(
      (await client.post(lessonPath(caseLesson.id, 'zh-CN', '/decisions'), { optionId: options.report }))
        .status,
    ).toBe(400);
  });

  it('when the course is not theirs it should not be found', async () => {
    const { client } = await app.signedIn();
    const { status, body } = await decide(client, nodes.call, options.report);
    expect([status, body.code]).toEqual([404, 'course.not_found']);
  });

  it('when the decision waits it should tell what came of it, open the next, and say nothing of the road not taken', async () => {
    const { client } = await learner(app);
    const { status, body, text } = await decide(client, nodes.call, options.wait);
    expect(status).toBe(200);
    expect(body.steps).toEqual([
      {
        node: {
          id: nodes.call,
          clock: '第 2 分钟',
          html: expect.stringContaining('第三个人'),
          options: expect.any(Array),
        },
        chosenOptionId: options.wait,
        quality: 'weak',
        consequenceHtml: expect.stringContaining('又来了四十通'),
        feedbackHtml: expect.stringContaining('等来的只是数字'),
      },
    ]);
    expect(body).toMatchObject({ open: { id: nodes.late }, debriefHtml: null });
    expect(text).not.toMatch(/strong|acceptable|早报|值班负责人|研发|媒体|追问|这个案例/);
    expect(await open(client)).toEqual(body);
  });

  it('when the path ends it should give the debrief and wait for nothing', async () => {
    const { client } = await learner(app);
    await playCase(client);
    expect(await open(client)).toMatchObject({ open: null, debriefHtml: expect.stringContaining('早报') });
    const more = await decide(client, nodes.late, options.own);
    expect([more.status, more.body.code]).toEqual([409, 'lesson.decision_not_open']);
  });

  it('when another node, another choice or an unknown option is sent it should be refused', async () => {
    const { client, person } = await learner(app);
    for (const [node, option] of [
      [nodes.words, options.known],
      [nodes.call, options.own],
      [nodes.call, nodes.call],
    ] as const)
      expect((await decide(client, node, option)).body.code).toBe('lesson.decision_not_open');
    await decide(client, nodes.call, options.report);
    expect((await decide(client, nodes.call, options.wait)).body.code).toBe('lesson.decision_not_open');
    expect(await stored(person.id)).toHaveLength(1);
  });

  it('when the lesson has no case it should be refused', async () => {
    const { client } = await learner(app);
    const path = lessonPath(signals.id, 'zh-CN', '/decisions');
    expect((await client.post(path, { nodeId: nodes.call, optionId: options.report })).body.code).toBe(
      'lesson.decision_not_open',
    );
  });

  it('when the same decision is sent again it should answer the present state', async () => {
    const { client, person } = await learner(app);
    const first = await decide(client, nodes.call, options.report);
    expect((await decide(client, nodes.call, options.report)).body).toEqual(first.body);
    const second = await decide(client, nodes.words, options.known);
    const repeated = await decide(client, nodes.call, options.report);
    expect([repeated.status, repeated.body]).toEqual([200, second.body]);
    expect(await stored(person.id)).toHaveLength(2);
  });

  it('when both choices are sent at once it should take exactly one', async () => {
    const { client, person } = await learner(app);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => decide(client, nodes.call, i % 2 ? options.report : options.wait)),
    );
    expect(await stored(person.id)).toHaveLength(1);
    const won = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => body.steps[0].chosenOptionId);
    expect(won).toHaveLength(5);
    expect(new Set(won).size).toBe(1);
  });

  it('when decisions are taken it should count as progress', async () => {
    const { client } = await learner(app);
    await save(client, signals.id, { blockId: signals.lastBlockId, seq: 1, done: true });
    const before = (await client.get(outlinePath())).body.card;
    await playCase(client);
    const { card, modules } = (await client.get(outlinePath())).body;
    expect(card.percent).toBeGreaterThan(before.percent);
    expect(card.minutesLeft).toBeLessThan(before.minutesLeft);
    expect(modules[1].lessons[0]).toMatchObject({ isCase: true, state: 'in_progress', percent: 99 });
  });

  describe('POST /learn/lessons/:lessonId/decisions/restart', () => {
    const restart = (client: TestClient) =>
      client.post(lessonPath(caseLesson.id, 'zh-CN', '/decisions/restart'));

    it('when nobody is signed in it should answer 401', async () => {
      expect((await restart(app.client())).status).toBe(401);
    });

    it('when a run is under way it should begin a new one, keep the old and leave done as it is', async () => {
      const { client, person } = await learner(app);
      await playCase(client);
      await save(client, caseLesson.id, { blockId: caseLesson.blockId, seq: 1, done: true });
      const { status, body } = await restart(client);
      expect(status).toBe(200);
      expect(body).toMatchObject({ steps: [], open: { id: nodes.call }, debriefHtml: null });
      expect((await client.get(lessonPath(caseLesson.id))).body).toMatchObject({
        state: 'done',
        case: { steps: [] },
      });
      await decide(client, nodes.call, options.wait).expect(200);
      expect(
        (await stored(person.id)).map(({ run, ordinal, option_id }) => [run, ordinal, option_id]),
      ).toEqual([
        [1, 1, options.report],
        [1, 2, options.known],
        [2, 1, options.wait],
      ]);
      expect((await open(client)).steps).toHaveLength(1);
    });

    it('when nothing was decided it should change nothing', async () => {
      const { client, person } = await learner(app);
      await restart(client).expect(200);
      await restart(client).expect(200);
      await decide(client, nodes.call, options.report).expect(200);
      expect((await stored(person.id)).map(({ run }) => run)).toEqual([1]);
    });
  });
});
