import { TIERS, VersionPreview } from '@readyroom/contract';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { changeFixture } from './support.js';

describe('GET /course-versions/:id/preview', () => {
  let app: TestApp;
  let trainer: TestClient;
  let path: string;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
    const [row] = await app.database.query<{ id: string }>('SELECT published_version_id AS id FROM course');
    path = `/course-versions/${row!.id}/preview`;
  });
  afterAll(() => app.stop());

  const preview = async (query: string): Promise<VersionPreview> => {
    const { status, body } = await trainer.get(`${path}?${query}`);
    expect(status).toBe(200);
    return body;
  };
  const lessonIds = (version: VersionPreview) =>
    version.modules.flatMap((module) => module.lessons.map(({ id }) => id));

  it('when nobody is signed in it should answer 401', async () => {
    expect((await app.client().get(`${path}?tier=manager`)).status).toBe(401);
  });

  it('when an employee asks it should answer 403, because cases are laid open', async () => {
    const { client } = await app.signedIn();
    expect((await client.get(`${path}?tier=manager`)).status).toBe(403);
  });

  it('when the tier is missing or unknown, or the language unknown, it should answer 400', async () => {
    for (const query of ['', 'tier=boss', 'tier=manager&locale=de'])
      expect((await trainer.get(`${path}?${query}`)).status).toBe(400);
  });

  it('when there is no such version it should answer 404', async () => {
    const { status, body } = await trainer.get(`/course-versions/${FIXTURE.courseId}/preview?tier=manager`);
    expect([status, body.code]).toEqual([404, 'course_version.not_found']);
  });

  it('should show each tier the lessons and blocks that this tier reads', async () => {
    const { signals, steering } = FIXTURE;
    const [executive, manager, frontline] = await Promise.all(TIERS.map((tier) => preview(`tier=${tier}`)));
    expect(lessonIds(executive!)).toEqual([signals.id, steering.id, FIXTURE.case.id]);
    expect(lessonIds(manager!)).toEqual([signals.id, steering.id, FIXTURE.case.id]);
    expect(lessonIds(frontline!)).toEqual([signals.id, FIXTURE.case.id]);
    const blocks = (version: VersionPreview, lesson: number) =>
      version.modules[0]!.lessons[lesson]!.blocks.map(({ id }) => id);
    expect(blocks(executive!, 1)).toContain(steering.executiveBlockId);
    expect(blocks(manager!, 1)).not.toContain(steering.executiveBlockId);
    expect(blocks(frontline!, 0)).toContain(signals.frontlineBlockId);
    expect(blocks(frontline!, 0)).not.toContain(signals.leaderBlockId);
  });

  it('should speak the language asked for, Chinese unless told', async () => {
    const zh = await preview('tier=manager');
    const en = await preview('tier=manager&locale=en');
    expect([zh.locale, zh.title, zh.modules[0]!.title]).toEqual(['zh-CN', '第一个小时', '看见']);
    expect([en.locale, en.title, en.modules[0]!.title]).toEqual(['en', 'The first hour', 'Seeing']);
    expect(en.quiz.draw[0]!.topicTitle).toBe('Signals');
  });

  it('should lay a case open: quality, consequence, feedback and where each option leads', async () => {
    const { nodes, options, id } = FIXTURE.case;
    const version = await preview('tier=frontline&locale=en');
    const lesson = version.modules
      .flatMap((module) => module.lessons)
      .find((candidate) => candidate.id === id)!;
    expect(lesson.case!.startId).toBe(nodes.call);
    expect(lesson.case!.nodes[1]!.outcomes).toEqual([
      {
        chosenOptionId: options.own,
        quality: 'acceptable',
        consequenceHtml: '<p>Engineering starts looking.</p>\n',
        feedbackHtml: '<p>Naming the gap helps.</p>\n',
        nextNodeId: nodes.words,
      },
      {
        chosenOptionId: options.silent,
        quality: 'weak',
        consequenceHtml: '<p>The press knows before the company.</p>\n',
        feedbackHtml: '<p>Nobody believes you now.</p>\n',
        nextNodeId: null,
      },
    ]);
  });

  it('should tell how many questions each stratum draws from for this tier', async () => {
    const { quiz } = await preview('tier=frontline');
    expect(quiz.draw.map(({ scope, difficulty, count, pool }) => [scope, difficulty, count, pool])).toEqual([
      ['tier', null, 1, 2],
      ['any', 1, 1, 3],
      ['any', null, 3, 9],
      ['any', null, 2, 4],
    ]);
  });

  it('should add up the minutes of the lessons shown, within a minute of rounding each', async () => {
    for (const tier of TIERS) {
      const version = await preview(`tier=${tier}&locale=en`);
      const each = version.modules.flatMap((module) => module.lessons.map(({ minutes }) => minutes));
      const sum = each.reduce((a, b) => a + b, 0);
      expect(version.minutes).toBeLessThanOrEqual(sum);
      expect(version.minutes).toBeGreaterThan(sum - each.length);
    }
  });

  it('when the version is a draft it should show it, and show it anew once it was replaced', async () => {
    const draftTitle = async () => {
      const { body } = await trainer.get(`/courses/${FIXTURE.courseId}`);
      const { body: shown } = await trainer.get(
        `/course-versions/${body.draftVersion.id}/preview?tier=manager`,
      );
      return [shown.status, shown.modules[0].lessons[1].title];
    };
    await changeFixture(app, [['first-hour/lessons/02-steering.yaml', '掌舵', '掌舵二']]);
    expect(await draftTitle()).toEqual(['draft', '掌舵二']);
    await changeFixture(app, [['first-hour/lessons/02-steering.yaml', '掌舵', '掌舵三']]);
    expect(await draftTitle()).toEqual(['draft', '掌舵三']);
  });
});
