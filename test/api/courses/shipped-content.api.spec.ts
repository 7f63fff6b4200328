import { CourseVersions, lessonsFor } from '../../../api/src/modules/content/index.js';
import { TIERS } from '@readyroom/contract';
import { contentTemplate, fixtureTemplate } from '../../support/content-template.js';
import { TestApp } from '../../support/test-app.js';

describe('shipped content', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ template: await contentTemplate() });
  }, 60_000);
  afterAll(() => app.stop());

  it('should be imported and published, six courses with lessons for every tier', async () => {
    const rows = await app.database.query<{ id: string }>(
      'SELECT published_version_id AS id FROM course ORDER BY position',
    );
    expect(rows).toHaveLength(6);
    for (const { id } of rows) {
      const version = (await app.app.get(CourseVersions).version(id))!;
      for (const tier of TIERS) expect(lessonsFor(version, tier).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('should hold at least 150 questions of all seven types with a rationale in both languages', async () => {
    const [bank] = await app.database.query<{ questions: number; types: number; explained: number }>(
      `SELECT count(*) AS questions, count(DISTINCT v.type) AS types,
              count(*) FILTER (WHERE k.rationale ->> 'zh' <> '' AND k.rationale ->> 'en' <> '') AS explained
       FROM question q JOIN question_version v ON v.id = q.current_version_id JOIN question_key k ON k.question_version_id = v.id`,
    );
    expect(bank!.questions).toBeGreaterThanOrEqual(150);
    expect(bank).toMatchObject({ types: 7, explained: bank!.questions });
  });

  it('should hold at least two branching cases', async () => {
    const [row] = await app.database.query<{ cases: number }>(
      `SELECT count(*) AS cases FROM lesson WHERE case_graph IS NOT NULL AND (case_graph ->> 'decisionsAtMost')::int > 1`,
    );
    expect(row!.cases).toBeGreaterThanOrEqual(2);
  });

  it('when templates are asked for at once they should be made once', async () => {
    const names = await Promise.all([
      contentTemplate(),
      fixtureTemplate(),
      contentTemplate(),
      fixtureTemplate(),
    ]);
    expect(new Set(names).size).toBe(2);
  }, 60_000);
});
