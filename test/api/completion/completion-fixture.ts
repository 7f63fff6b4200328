import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { beginCourse, bareCourse, finishCourse } from '../../support/bare-course.js';
import type { TestApp, TestClient, TestPerson } from '../../support/test-app.js';

export interface CompletionFixture {
  hr: TestClient;
  courses: [string, string];
  people: Record<'chief' | 'lead' | 'agent' | 'night' | 'developer', TestPerson>;
  departments: Record<'company' | 'service' | 'nightShift' | 'development', string>;
}

/**
 * 云栖集 with five people, two courses due on 20 March for everybody. The agent has finished the first course, the night
 * shift begun it. HR itself stands in a department that is not assigned anything.
 */
export async function completionFixture(app: TestApp): Promise<CompletionFixture> {
  const courses: [string, string] = [await bareCourse(app, '什么是危机'), await bareCourse(app, '引导舆论')];
  const people = {
    chief: await app.person({ name: '梁予安', department: '云栖集', tier: 'executive' }),
    lead: await app.person({ name: '冯晓', department: '云栖集/客服中心', tier: 'manager' }),
    agent: await app.person({ name: '阿茉', department: '云栖集/客服中心' }),
    night: await app.person({ name: '罗绮', department: '云栖集/客服中心/夜班' }),
    developer: await app.person({ name: '张伟', department: '云栖集/平台研发部' }),
  };
  const departments = {
    company: people.chief.departmentId,
    service: people.lead.departmentId,
    nightShift: people.night.departmentId,
    development: people.developer.departmentId,
  };
  const { client: hr } = await app.signedIn({
    roles: ['trainer', 'hr'],
    department: '人力资源部',
    tier: 'manager',
  });
  const { status } = await hr.post('/audience-rules', {
    courseIds: courses,
    audience: { departmentIds: [departments.company] },
    dueOn: '2026-03-20',
  });
  if (status !== 201) throw new Error(`The fixture could not assign: ${status}`);
  await finishCourse(app, people.agent.id, courses[0], 95);
  await beginCourse(app, people.night.id, courses[0]);
  await app.database.query('UPDATE enrolment SET percent = 40 WHERE person_id = $1', [people.night.id]);
  await app.database.transaction((tx) =>
    refreshStandings(tx, { personIds: [people.agent.id, people.night.id] }),
  );
  return { hr, courses, people, departments };
}

/** A session of HR at this moment; an older one has run out when the clock was moved by days. */
export const hrNow = async (app: TestApp): Promise<TestClient> =>
  (await app.signedIn({ roles: ['hr'], department: '人力资源部', tier: 'manager' })).client;
