import { randomUUID } from 'node:crypto';
import { CANARY } from '../../support/drill-scenario.js';
import type { TestClient } from '../../support/test-app.js';
import { decide, DrillSetting, note, NOWHERE, type Cast } from './drill-setting.js';

describe('runs in the console', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let chief: Cast;
  let outsider: TestClient;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    chief = await setting.player('chief');
    outsider = (await setting.app.signedIn({ roles: ['trainer'], department: '客服', scope: '客服' })).client;
  });
  afterAll(() => setting.stop());

  it.each(['', `/${NOWHERE}`, `/${NOWHERE}/log`, `/${NOWHERE}/wall`])(
    'GET /drill-runs%s should ask for a session and the permission',
    async (path) => {
      expect((await setting.app.client().get(`/drill-runs${path}`)).status).toBe(401);
      expect((await desk.client.get(`/drill-runs${path}`)).status).toBe(403);
    },
  );

  it('when the run is missing or was made outside the sub-tree it should answer the same 404', async () => {
    const { id } = await setting.create();
    for (const client of [outsider, setting.trainer.client])
      for (const path of ['', '/log', '/wall']) {
        const which = client === outsider ? id : NOWHERE;
        const { status, body } = await client.get(`/drill-runs/${which}${path}`);
        expect([status, body.code]).toEqual([404, 'drill.not_found']);
      }
    expect((await setting.trainer.client.get('/drill-runs/nonsense')).status).toBe(400);
    expect((await setting.trainer.client.get(`/drill-runs/${id}/log?format=exe`)).status).toBe(400);
  });

  it('when runs are filtered, sorted and paged it should list the right ones', async () => {
    const a = await setting.create({}, { title: '甲 100%', plannedFor: '2026-03-09T01:00:00.000Z' });
    const b = await setting.create({}, { title: '乙', plannedFor: '2026-03-08T01:00:00.000Z' });
    await setting.control(b.id, { kind: 'start' });
    const list = async (query: string, client = setting.trainer.client) =>
      (await client.get(`/drill-runs?${query}`)).body as { items: { id: string }[]; total: number };
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect((await ids('sort=plannedFor')).slice(0, 2)).toEqual([b.id, a.id]);
    expect(await ids('status=running&status=paused')).toEqual([b.id]);
    expect(await ids(`q=${encodeURIComponent('0%')}`)).toEqual([a.id]);
    expect(await ids(`scenarioId=${NOWHERE}`)).toEqual([]);
    expect(await ids('mode=solo')).toEqual([]);
    const page = await list('sort=createdAt&order=desc&perPage=1');
    expect([page.total > 1, page.items[0]!.id]).toEqual([true, b.id]);
    expect((await list('', outsider)).items).toEqual([]);
    expect((await setting.trainer.client.get('/drill-runs?sort=title')).status).toBe(400);
  });

  it('when somebody has a staff role in it they should see a run from outside their sub-tree', async () => {
    const { client, person } = await setting.app.signedIn({
      roles: ['trainer'],
      department: '研发',
      scope: '研发',
    });
    const { id } = await setting.create(
      {},
      { participants: [{ personId: person.id, role: 'evaluator', seat: null }] },
    );
    expect((await client.get(`/drill-runs/${id}`)).status).toBe(200);
    expect((await client.get('/drill-runs')).body.items).toHaveLength(1);
  });

  it('the log should be marked as a drill and hold everything, refused or not', async () => {
    const { id } = await setting.running({ desk, chief });
    await setting.pass(6);
    await setting.act(chief, id, decide('go'));
    await setting.act(chief, id, decide('go', 'wait'));
    const answer = await setting.trainer.client.get(`/drill-runs/${id}/log?format=json`);
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''DRILL%20%E6%BC%94%E7%BB%83");
    expect(answer.text.slice(0, 40)).toContain('DRILL 演练');
    const { log, run, finalHash, joinCode } = JSON.parse(answer.text);
    expect(log.map((line: { action: { kind: string } }) => line.action.kind)).toEqual([
      'begin',
      'start',
      'decide',
      'decide',
    ]);
    expect(log[2]).toMatchObject({ seq: 3, at: 60, by: 'seat:chief', refused: null });
    expect(log[3].refused).toMatch(/^drill\./);
    expect([run.id, finalHash, joinCode]).toEqual([id, null, undefined]);
  });

  it('the wall should show open cards with seats and nobody by name', async () => {
    const { id } = await setting.running({ desk, chief });
    await setting.pass(6);
    const wall = async () => (await setting.trainer.client.get(`/drill-runs/${id}/wall`)).body;
    const before = await wall();
    expect(before.clock).toMatchObject({ status: 'running', at: 60 });
    expect(before.openCards.map(({ seat }: { seat: { en: string } }) => seat.en).sort()).toEqual([
      'seat chief',
      'seat desk',
    ]);
    expect(before.openCards[0].dueAt).toBe(60 + 20 * 60);
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`测试|${CANARY}`));
    await setting.act(chief, id, decide('go'));
    expect((await wall()).openCards).toHaveLength(1);
  });

  it('the record of a run should refuse to be changed, even by us', async () => {
    const { id } = await setting.running({ desk });
    await setting.observe(setting.trainer, id, note(), randomUUID());
    const { database } = setting.app;
    for (const statement of [
      `UPDATE drill_log SET at = 0`,
      `DELETE FROM drill_log`,
      `TRUNCATE drill_log CASCADE`,
      `UPDATE drill_event SET at = 0`,
      `DELETE FROM drill_event`,
      `TRUNCATE drill_event`,
      `TRUNCATE drill_run CASCADE`,
    ])
      await expect(database.query(statement)).rejects.toThrow('only grows');
  });
});
