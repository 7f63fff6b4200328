import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, beginCourse, finishCourse } from '../../support/bare-course.js';
import { TestApp } from '../../support/test-app.js';

describe('The numbers of a rule', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('should equal the lines behind them, whatever other rules assign', async () => {
    const { client } = await app.signedIn({ roles: ['trainer'], department: '培训部' });
    const [first, second] = [await bareCourse(app, '甲'), await bareCourse(app, '乙')];
    const people = [];
    for (let i = 0; i < 6; i++)
      people.push(await app.person({ department: i < 4 ? '客服' : '法务', tier: 'manager' }));
    const named = people.filter((_, i) => i % 2 === 0).map(({ id }) => id);
    const rule = await client.post('/audience-rules', {
      courseIds: [first, second],
      audience: { personIds: named },
      dueOn: '2026-03-20',
    });
    await client.post('/audience-rules', {
      courseIds: [first],
      audience: { tiers: ['manager'] },
      dueOn: '2026-03-10',
    });
    await finishCourse(app, named[0]!, first);
    await beginCourse(app, named[1]!, second);
    await refreshStandings(app.database, { personIds: named });
    app.clock.set('2026-03-15T01:00:00Z');

    const { body: numbers } = await client.get(`/audience-rules/${rule.body.id}`);
    const lines = async (state = '') =>
      (await client.get(`/completion/rows?ruleId=${rule.body.id}${state && `&state=${state}`}`)).body.total;
    expect(numbers).toMatchObject({ people: 3, assigned: 6, completed: 1, overdue: 2 });
    expect([await lines(), await lines('completed'), await lines('overdue')]).toEqual([6, 1, 2]);
  });
});
