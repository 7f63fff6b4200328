import type { Tier } from '@readyroom/contract';
import { Completions } from '../../api/src/modules/learning/index.js';
import { refreshStandings } from '../../api/src/modules/standings/index.js';
import { FIXTURE } from './content-template.js';
import type { TestApp, TestClient, TestPerson } from './test-app.js';

/** Assigns a course to a person, as a rule for them alone would. Returns the id of the rule. */
export async function assign(
  app: TestApp,
  personId: string,
  { courseId = FIXTURE.courseId, dueOn = null }: { courseId?: string; dueOn?: string | null } = {},
): Promise<string> {
  const [rule] = await app.database.query<{ id: string }>(
    `WITH rule AS (
       INSERT INTO audience_rule (name, everybody, tiers, department_ids, joiners_due_days, created_by, created_at)
       VALUES ('one person', false, '{}', '{}', 14, $1, $4) RETURNING id),
     rule_course AS (INSERT INTO audience_rule_course (rule_id, course_id, position) SELECT id, $2, 1 FROM rule)
     INSERT INTO assignment (rule_id, person_id, course_id, due_on, assigned_at)
     SELECT id, $1, $2, $3, $4 FROM rule RETURNING rule_id AS id`,
    [personId, courseId, dueOn, app.clock.now()],
  );
  await refreshStandings(app.database, { personIds: [personId], courseIds: [courseId] });
  return rule!.id;
}

/** Takes an assignment back, as withdrawing its rule would. */
export async function withdraw(app: TestApp, ruleId: string): Promise<void> {
  const rows = await app.database.query<{ person_id: string; course_id: string }>(
    'UPDATE assignment SET withdrawn_at = $2 WHERE rule_id = $1 RETURNING person_id, course_id',
    [ruleId, app.clock.now()],
  );
  for (const row of rows)
    await refreshStandings(app.database, { personIds: [row.person_id], courseIds: [row.course_id] });
}

/** A new person of a tier with the fixture course assigned, signed in. */
export async function learner(
  app: TestApp,
  tier: Tier = 'frontline',
): Promise<{ person: TestPerson; client: TestClient; rule: string }> {
  const { person, client } = await app.signedIn({ tier });
  return { person, client, rule: await assign(app, person.id) };
}

/** A finished graded attempt of the quiz, without its questions. */
export async function attempted(
  app: TestApp,
  personId: string,
  score: number,
  passed: boolean,
): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    `INSERT INTO attempt (enrolment_id, person_id, course_id, version_id, quiz_id, tier, department_id, kind, number,
                          started_at, finished_at, finished_by, points, max_points, score_percent, passed)
     SELECT e.id, e.person_id, e.course_id, e.version_id, $2, e.tier, p.department_id, 'graded',
            (SELECT count(*) + 1 FROM attempt WHERE enrolment_id = e.id), $3, $3, 'learner', $4::int, 100, $4::int, $5
     FROM enrolment e JOIN person p ON p.id = e.person_id WHERE e.person_id = $1 AND e.course_id = $6 RETURNING id`,
    [personId, FIXTURE.quizId, app.clock.now(), score, passed, FIXTURE.courseId],
  );
  return row!.id;
}

/** What happens at the end of every passed attempt. */
export async function complete(app: TestApp, personId: string): Promise<string | null> {
  const [enrolment] = await app.database.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE person_id = $1 AND course_id = $2',
    [personId, FIXTURE.courseId],
  );
  return app.database.transaction((tx) => app.app.get(Completions).completeIfDone(tx, enrolment!.id));
}

const { signals, steering, case: caseLesson } = FIXTURE;
export const lessonPath = (lessonId: string, locale = 'zh-CN', rest = '') =>
  `/learn/lessons/${lessonId}${rest}?courseId=${FIXTURE.courseId}&locale=${locale}`;
export const outlinePath = (locale = 'zh-CN') => `/learn/courses/${FIXTURE.courseId}?locale=${locale}`;

export const save = (
  client: TestClient,
  lessonId: string,
  body: { blockId: string; seq: number; done?: boolean },
) => client.put(lessonPath(lessonId, 'zh-CN', '/progress'), { done: false, ...body });
export const decide = (client: TestClient, nodeId: string, optionId: string) =>
  client.post(lessonPath(caseLesson.id, 'zh-CN', '/decisions'), { nodeId, optionId });

/** The shortest way through the case with two decisions. */
export async function playCase(client: TestClient): Promise<void> {
  const { nodes, options } = caseLesson;
  await decide(client, nodes.call, options.report).expect(200);
  await decide(client, nodes.words, options.known).expect(200);
}

/** Does every lesson that this tier gets. */
export async function doLessons(client: TestClient, tier: Tier = 'frontline'): Promise<void> {
  await save(client, signals.id, { blockId: signals.lastBlockId, seq: 1, done: true }).expect(200);
  if (tier !== 'frontline')
    await save(client, steering.id, { blockId: steering.firstBlockId, seq: 2, done: true }).expect(200);
  await playCase(client);
  await save(client, caseLesson.id, { blockId: caseLesson.blockId, seq: 3, done: true }).expect(200);
}
