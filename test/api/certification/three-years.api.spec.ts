import { Certifications } from '../../../api/src/modules/certification/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { addDays, dayIn } from '../../../api/src/platform/clock/clock.js';
import { bareCourse } from '../../support/bare-course.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { hrDesk, yearly } from './program-setting.js';

interface Period {
  personId: string;
  number: number;
  validFrom: string;
  validUntil: string;
}

describe('three years of renewals in the database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const finish = async (person: TestPerson, course: string): Promise<void> => {
    const now = app.clock.now();
    await app.database.query(
      'UPDATE enrolment SET superseded_at = $3 WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL',
      [person.id, course, now],
    );
    await app.database.query(
      `WITH e AS (INSERT INTO enrolment (person_id, course_id, version_id, tier, round, started_at, last_activity_at, completed_at, percent)
         SELECT p.id, c.id, c.published_version_id, p.tier,
                1 + (SELECT count(*) FROM enrolment e WHERE e.person_id = $1 AND e.course_id = $2), $3, $3, $3, 100
         FROM person p, course c WHERE p.id = $1 AND c.id = $2 RETURNING *)
       INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
       SELECT person_id, course_id, version_id, id, tier, $4, 90, $3 FROM e`,
      [person.id, course, now, person.departmentId],
    );
    await app.database.transaction(async (tx) => {
      await refreshStandings(tx, { personIds: [person.id], courseIds: [course] });
      await app.app.get(Certifications).afterLearning(tx, person.id, course);
    });
  };
  const completed = () =>
    app.database.query<Period>(
      `SELECT person_id AS "personId", number, valid_from AS "validFrom", valid_until AS "validUntil"
       FROM certification_period WHERE completed_at IS NOT NULL ORDER BY person_id, number`,
    );

  it('should cover each day of whoever renews inside the window, and never touch an earlier period', async () => {
    const desk = await hrDesk(app);
    const course = await bareCourse(app, '危机意识');
    const programId = await desk.program(
      yearly({
        path: [{ kind: 'course', key: 'course', requires: [], courseId: course }],
        renewal: { validityMonths: 4, windowDays: 30, graceDays: 7, anchor: 'fixed' },
      }),
    );
    const people: TestPerson[] = [];
    for (let n = 0; n < 12; n++) people.push(await app.person({ department: '客服' }));
    await desk.rule(programId, { departmentIds: [people[0]!.departmentId] });
    for (const [n, person] of people.entries()) {
      // The last minute of a day in Shanghai and the first one: the leap year 2028 lies in between.
      app.clock.set(`2026-${n % 2 ? '10-31T15:59' : '10-30T16:00'}:00Z`);
      await finish(person, course);
    }
    let known = await completed();
    for (let round = 0; ; round++) {
      const open = await app.database.query<{ personId: string; opensOn: string; dueOn: string }>(
        `SELECT person_id AS "personId", opens_on AS "opensOn", due_on AS "dueOn" FROM certification_period WHERE completed_at IS NULL`,
      );
      if (open[0]!.dueOn > '2029-11-01') break;
      for (const [n, person] of people.entries()) {
        const { opensOn, dueOn } = open.find(({ personId }) => personId === person.id)!;
        // First, last and other days of the window, at either end of the day.
        const day = [opensOn, dueOn, addDays(opensOn, (n * 7 + round * 5) % 30)][(n + round) % 3]!;
        app.clock.set(n % 2 ? `${day}T15:59:59Z` : `${addDays(day, -1)}T16:00:00Z`);
        expect(dayIn('Asia/Shanghai', app.clock.now())).toBe(day);
        await finish(person, course);
      }
      const now = await completed();
      expect(now).toHaveLength(known.length + people.length);
      expect(now).toEqual(expect.arrayContaining(known));
      known = now;
    }
    for (const person of people) {
      const own = known.filter(({ personId }) => personId === person.id);
      expect(own.length).toBeGreaterThanOrEqual(9);
      for (const [n, period] of own.entries())
        if (n > 0) expect(period.validFrom).toBe(addDays(own[n - 1]!.validUntil, 1));
    }
    await expect(
      app.database.query('UPDATE certification_period SET valid_until = valid_until + 1 WHERE number = 1'),
    ).rejects.toThrow('never changed');
  }, 120_000);
});
