import { BriefingEscalation } from '../../../api/src/modules/briefings/briefing-escalation.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { briefingDesk, sendBody } from './briefing-setting.js';

describe('Who does not acknowledge a flash briefing', () => {
  let app: TestApp;
  let hr: TestPerson;
  let lead: TestPerson;
  let quick: TestPerson;
  let slow: TestPerson;
  let orphan: TestPerson;
  let desk: ReturnType<typeof briefingDesk>;
  let id: string;
  const escalate = () => app.app.get(BriefingEscalation).handle();
  const titles = async (person: TestPerson) => (await desk.inbox(person)).map(({ title }) => title.zh);

  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());
  beforeAll(async () => {
    hr = await app.person({ roles: ['hr'], department: '人力', tier: 'manager' });
    lead = await app.person({ name: '组长', tier: 'manager', department: '门店' });
    quick = await app.person({ name: '快手', department: '门店' });
    slow = await app.person({ name: '慢手', department: '门店' });
    orphan = await app.person({ name: '无主管', department: '门店' });
    await app.database.query('UPDATE person SET manager_id = $1 WHERE id = ANY($2)', [
      lead.id,
      [quick.id, slow.id],
    ]);
    desk = briefingDesk(app, hr);
    const audience = { person: [quick.id, slow.id, orphan.id] };
    id = (await desk.send(sendBody({ audience, withinMinutes: 10 }))).body.briefing.id;
    await desk.acknowledge(quick, id);
  });

  it('should not be named before the clock has run out', async () => {
    app.clock.advance({ minutes: 9 });
    await escalate();
    expect(await titles(lead)).toEqual([]);
    expect(await titles(hr)).toEqual([]);
  });

  it('should then be named to the manager once, and to HR at once when there is no manager', async () => {
    app.clock.advance({ minutes: 1 });
    await Promise.all([escalate(), escalate()]);
    await escalate();
    expect(await titles(lead)).toEqual(['1 人还没有确认紧急通报《数据泄露传闻》']);
    const [told] = await desk.inbox(lead);
    expect(told!.body.zh).toContain('慢手');
    expect(told!.body.zh).not.toContain('快手');
    expect(await titles(hr)).toEqual(['1 人还没有确认紧急通报《数据泄露传闻》']);
    const [toHr] = await desk.inbox(hr);
    expect(toHr).toMatchObject({ link: `/admin/briefings/${id}/show` });
    expect(toHr!.body.zh).toContain('无主管');
    expect(await desk.board(id)).toMatchObject({ total: { late: 2 }, toldManagers: 1, toldHr: 1 });
  });

  it('should be named to HR when the clock has run twice, and to nobody after that', async () => {
    app.clock.advance({ minutes: 10 });
    await escalate();
    app.clock.advance({ minutes: 30 });
    await escalate();
    expect(await titles(hr)).toHaveLength(2);
    expect(await titles(lead)).toHaveLength(1);
    expect((await desk.inbox(hr))[0]!.body.zh).toContain('慢手');
  });

  it('when they answer late it should count with its true time', async () => {
    await desk.acknowledge(slow, id);
    const board = await desk.board(id);
    expect(board.total).toMatchObject({ acknowledged: 2, late: 1, medianSeconds: 1500 });
  });

  it('when they leave they should be in no number, and nobody is told about them', async () => {
    const leaver = await app.person({ name: '将离', department: '门店' });
    await app.database.query('UPDATE person SET manager_id = $1 WHERE id = $2', [lead.id, leaver.id]);
    const audience = { person: [leaver.id, quick.id] };
    const other = (await desk.send(sendBody({ audience, withinMinutes: 5 }))).body.briefing.id as string;
    await desk.acknowledge(quick, other);
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [leaver.id]);
    app.clock.advance({ minutes: 20 });
    await escalate();
    expect(await titles(lead)).toHaveLength(1);
    expect(await desk.board(other)).toMatchObject({ total: { asked: 1, acknowledged: 1, late: 0 }, left: 1 });
  });

  it('when the worker dies after telling and before it is marked, nothing was told, and the next one tells once', async () => {
    const audience = { person: [slow.id] };
    const third = (await desk.send(sendBody({ audience, withinMinutes: 5 }))).body.briefing.id as string;
    app.clock.advance({ minutes: 5 });
    await app.database.query(`CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.manager_told_at IS NOT NULL THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$`);
    await app.database.query(
      'CREATE TRIGGER dies BEFORE UPDATE ON briefing_receipt FOR EACH ROW EXECUTE FUNCTION dies()',
    );
    await expect(escalate()).rejects.toThrow('killed');
    expect(await titles(lead)).toHaveLength(1);
    await app.database.query('DROP TRIGGER dies ON briefing_receipt');
    await escalate();
    await escalate();
    expect(await titles(lead)).toHaveLength(2);
    expect((await desk.board(third)).toldManagers).toBe(1);
  });

  it('when it is stopped nobody should be told any more', async () => {
    const audience = { person: [quick.id] };
    const fourth = (await desk.send(sendBody({ audience, withinMinutes: 5 }))).body.briefing.id as string;
    await (await app.as(hr)).post(`/briefings/${fourth}/stop`, { reason: '平息' }).expect(200);
    app.clock.advance({ minutes: 60 });
    const before = (await titles(lead)).length;
    await escalate();
    expect(await titles(lead)).toHaveLength(before);
  });
});
