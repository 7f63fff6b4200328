import type { Certification, ProgramDocument } from '@readyroom/contract';
import { Completions } from '../../../api/src/modules/learning/index.js';
import { attempted, doLessons } from '../../support/learner.js';
import { FIXTURE } from '../../support/content-template.js';
import type { TestApp, TestPerson } from '../../support/test-app.js';

const text = (word: string) => ({ zh: word, en: word });

/** A program of the fixture course, valid for a year, with a window of 60 days and 14 of grace. */
export const yearly = (changes: Partial<ProgramDocument> = {}): ProgramDocument => ({
  title: text('上岗培训'),
  summary: text('上岗前完成'),
  path: [{ kind: 'course', key: 'course', requires: [], courseId: FIXTURE.courseId }],
  refresher: [],
  renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
  drillEveryMonths: {},
  refresherDays: 30,
  ...changes,
});

/** An HR person who makes programs and rules. */
export async function hrDesk(app: TestApp) {
  const hr = await app.person({ roles: ['hr'], department: '人力', tier: 'manager' });
  let programs = 0;
  /** Signed in anew, however far a test has moved the clock. */
  const client = () => app.as(hr);
  const program = async (document: ProgramDocument = yearly()): Promise<string> => {
    const made = await (await client()).post('/programs', { slug: `program-${++programs}`, document });
    expect({ status: made.status, body: made.status === 201 ? {} : made.body }).toEqual({
      status: 201,
      body: {},
    });
    return made.body.id as string;
  };
  const rule = async (
    programId: string,
    audience: object,
    due: object = { dueOn: '2026-04-01' },
  ): Promise<string> => {
    const made = await (await client()).post('/audience-rules', { programId, audience, ...due });
    expect({ status: made.status, body: made.status === 201 ? {} : made.body }).toEqual({
      status: 201,
      body: {},
    });
    await app.drainJobs();
    return made.body.id as string;
  };
  return { client, program, rule };
}

/** Does the fixture course from where it stands to its completion. */
export async function doCourse(app: TestApp, person: TestPerson): Promise<void> {
  await doLessons(await app.as(person));
  await attempted(app, person.id, 90, true);
  const [enrolment] = await app.database.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL',
    [person.id, FIXTURE.courseId],
  );
  await app.database.transaction((tx) => app.app.get(Completions).completeIfDone(tx, enrolment!.id));
}

export async function mine(app: TestApp, person: TestPerson): Promise<Certification> {
  const { body } = await (await app.as(person)).get('/learn/programs').expect(200);
  return body.items[0] as Certification;
}
