import fc from 'fast-check';
import type { AudienceCondition, ExplainedCondition, Why } from '@readyroom/contract';
import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { bareCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

/** People as plain facts, and what a condition says of them: as simple as possible, to compare the statement with. */
interface Facts {
  id: string;
  tier: string;
  lineage: string[];
  position: string | null;
  roles: string[];
  tags: string[];
  hireDate: string | null;
}
function holds(condition: AudienceCondition, person: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, person));
  if ('any' in condition) return condition.any.some((part) => holds(part, person));
  if ('not' in condition) return !holds(condition.not, person);
  if ('tier' in condition) return (condition.tier as string[]).includes(person.tier);
  if ('department' in condition) return condition.department.some((id) => person.lineage.includes(id));
  if ('position' in condition)
    return condition.position.some(
      (word) => word.trim().toLowerCase() === person.position?.trim().toLowerCase(),
    );
  if ('role' in condition) return condition.role.some((role) => person.roles.includes(role));
  if ('tag' in condition) return condition.tag.some((tag) => person.tags.includes(tag.trim().toLowerCase()));
  if ('person' in condition) return condition.person.includes(person.id);
  const { from, to } = condition.hired;
  return (
    person.hireDate !== null &&
    (from === null || person.hireDate >= from) &&
    (to === null || person.hireDate <= to)
  );
}

describe('conditions of audience rules', () => {
  let app: TestApp;
  let hr: TestClient;
  let course: string;
  let people: Facts[];
  let departments: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    course = await bareCourse(app, '危机意识');
    hr = (await app.signedIn({ roles: ['hr'], department: '人力', tier: 'manager' })).client;
    departments = await Promise.all(['客服', '客服/热线', '研发'].map((path) => app.department(path)));
    for (let i = 0; i < 18; i++) {
      const { id } = await app.person({
        department: ['客服', '客服/热线', '研发'][i % 3]!,
        tier: (['executive', 'manager', 'frontline'] as const)[i % 2 === 0 ? 2 : i % 3]!,
        roles: i % 5 === 0 ? ['employee', 'trainer'] : ['employee'],
      });
      await app.database.query('UPDATE person SET position = $2, tags = $3, hire_date = $4 WHERE id = $1', [
        id,
        [null, ' 主播', 'Editor', '客服专员'][i % 4],
        [['night'], ['night', 'new'], []][i % 3],
        [null, '2020-02-29', '2026-03-02'][i % 3],
      ]);
    }
    people = await app.database.query<Facts>(
      `SELECT p.id, p.tier, d.lineage, p.position, p.roles, p.tags, p.hire_date AS "hireDate"
       FROM person p JOIN department d ON d.id = p.department_id ORDER BY p.id`,
    );
  });
  afterAll(() => app.stop());

  const leaf = () =>
    fc.oneof(
      fc
        .subarray(['executive', 'manager', 'frontline'] as const, { minLength: 1 })
        .map((tier) => ({ tier: [...tier] })),
      fc.subarray(departments, { minLength: 1 }).map((department) => ({ department })),
      fc.subarray(['主播', 'EDITOR', '没有此岗位'], { minLength: 1 }).map((position) => ({ position })),
      fc
        .subarray(['trainer', 'hr', 'employee'] as const, { minLength: 1 })
        .map((role) => ({ role: [...role] })),
      fc.subarray(['Night', 'new', 'none'], { minLength: 1 }).map((tag) => ({ tag })),
      fc
        .tuple(
          fc.constantFrom(null, '2020-02-29', '2021-01-01'),
          fc.constantFrom(null, '2020-02-29', '2026-03-01'),
        )
        .map(([from, to]) => ({ hired: { from, to } })),
      fc
        .subarray(
          people.map(({ id }) => id),
          { minLength: 1, maxLength: 4 },
        )
        .map((person) => ({ person })),
    );
  const tree = () =>
    fc.letrec<{ node: AudienceCondition }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf(),
        fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('node'), { maxLength: 3 }).map((any) => ({ any })),
        tie('node').map((not) => ({ not })),
      ),
    })).node;

  /** Part by part, the explanation says what the condition says of this person. */
  const sameAs = (told: ExplainedCondition, condition: AudienceCondition, person: Facts): void => {
    expect({ condition, person: person.id, met: told.met }).toEqual({
      condition,
      person: person.id,
      met: holds(condition, person),
    });
    const parts =
      'all' in condition
        ? condition.all
        : 'any' in condition
          ? condition.any
          : 'not' in condition
            ? [condition.not]
            : [];
    expect(told.parts).toHaveLength(parts.length);
    for (const [n, part] of parts.entries()) sameAs(told.parts[n]!, part, person);
  };

  it('should mean exactly the people whom it says, in the preview, the rule and its explanation', async () => {
    await fc.assert(
      fc.asyncProperty(tree(), async (condition) => {
        const meant = people.filter((person) => holds(condition, person)).map(({ id }) => id);
        const body = { courseIds: [course], audience: { everybody: true, condition } };
        const preview = await hr.post('/audience-rules/preview', body).expect(200);
        expect(preview.body.people).toBe(meant.length);
        const made = await hr.post('/audience-rules', body);
        expect(made.status).toBe(meant.length > 0 ? 201 : 400);
        if (made.status !== 201) return;
        const reached = await app.database.query<{ id: string }>(
          'SELECT person_id AS id FROM assignment WHERE rule_id = $1 ORDER BY 1',
          [made.body.id],
        );
        expect(reached.map(({ id }) => id)).toEqual(meant);
        // The job that keeps rules up to date reads them in its own statement, and must have nothing to change.
        await app.app
          .get(Reconciliation)
          .handle({ personIds: people.map(({ id }) => id), advanceRuleId: null, programId: null });
        const after = await app.database.query(
          'SELECT 1 FROM assignment WHERE rule_id = $1 AND withdrawn_at IS NULL',
          [made.body.id],
        );
        expect(after).toHaveLength(meant.length);
        // Every third person is told why, or why not, in the same words as the tree that was made.
        for (const person of people.filter((_, n) => (n + meant.length) % 3 === 0)) {
          const { body: why } = await hr.get(`/people/${person.id}/courses/${course}/why`).expect(200);
          const told = (why as Why).rules.find(({ rule }) => rule.id === made.body.id)!;
          expect(told.reaches).toBe(meant.includes(person.id));
          expect(told.assignment !== null).toBe(meant.includes(person.id));
          sameAs(told.condition!.parts.at(-1)!, condition, person);
          expect(told.condition!.met).toBe(told.reaches);
        }
        await hr.post(`/audience-rules/${made.body.id}/withdraw`).expect(200);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('should refuse a department or a person that is not there, wherever it stands', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const leafOf of [{ department: [nobody] }, { person: [nobody] }])
      await hr
        .post('/audience-rules/preview', {
          courseIds: [course],
          audience: { everybody: true, condition: { all: [{ not: leafOf }] } },
        })
        .expect(404);
  });

  it('should refuse a condition that is too deep or too large to be read', async () => {
    let deep: AudienceCondition = { tier: ['manager'] };
    for (let i = 0; i < 7; i++) deep = { not: deep };
    const wide = {
      any: Array.from({ length: 20 }, () => ({
        all: [{ tier: ['manager'] }, { tag: ['a'] }, { tag: ['b'] }],
      })),
    };
    for (const condition of [deep, wide]) {
      const answer = await hr.post('/audience-rules/preview', {
        courseIds: [course],
        audience: { everybody: true, condition },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.details[0].path).toContain('condition');
    }
  });
});
