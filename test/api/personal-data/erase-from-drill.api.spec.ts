import { replay, stateHash } from '../../../api/src/engine/index.js';
import { logHash, runRecord, storedLog } from '../../../api/src/modules/drill-reports/index.js';
import { RunScenarios } from '../../../api/src/modules/drill-runs/index.js';
import { message } from '../drill-runs/drill-setting.js';
import { ReportSetting } from '../drill-reports/report-setting.js';
import { foundIn } from './filled-database.js';

const NAME = '欧阳若曦';

describe('Erasing somebody who is named in a drill', () => {
  let setting: ReportSetting;
  beforeAll(async () => void (setting = await ReportSetting.start()));
  afterAll(() => setting.stop());

  it('should take the name out of the log, which still replays to what is noted, and keep every score', async () => {
    const { drills, app } = setting;
    const database = app.database;
    const desk = await setting.cast({ name: NAME, tier: 'frontline' });
    const run = await drills.running({ desk });
    await drills.pass(12);
    await drills.act(desk, run.id, message('lead', `我是${NAME}，请回电 13912345678`));
    await drills.pass(240);
    await drills.control(run.id, { kind: 'end' });
    await app.drainJobs();
    const before = await setting.report(run.id);
    const found = await foundIn(app, `${NAME}|13912345678`);
    expect(found).toEqual(expect.arrayContaining(['drill_event.body', 'drill_log.action']));
    const hashBefore = logHash(await storedLog(database, run.id));

    await database.query(`UPDATE person SET status = 'left', phone = '13912345678' WHERE id = $1`, [
      desk.person.id,
    ]);
    const { client } = await app.signedIn({ roles: ['hr'] });
    await client
      .post(`/people/${desk.person.id}/erasure`, { employeeNo: desk.person.employeeNo })
      .expect(200);

    expect(await foundIn(app, `${NAME}|13912345678`)).toEqual([]);
    const record = (await runRecord(database, run.id))!;
    const log = await storedLog(database, run.id);
    const scenario = await app.app.get(RunScenarios).document(database, record.scenarioVersionId);
    const { state } = replay({ scenario, seed: record.seed }, log, record.until);
    expect(record.finalHash).toBe(stateHash(state));
    expect(logHash(log)).not.toBe(hashBefore);
    const [report] = await database.query<{ log_hash: string }>(
      'SELECT log_hash FROM drill_report WHERE run_id = $1',
      [run.id],
    );
    expect(report!.log_hash).toBe(logHash(log));
    const after = await setting.report(run.id);
    expect(JSON.stringify(after)).not.toContain(NAME);
    expect(after.score.objectives).toEqual(before.score.objectives);
    // Nothing was worked out anew.
    const [made] = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM drill_objective WHERE run_id = $1`,
      [run.id],
    );
    expect(made!.n).toBeGreaterThan(0);
  });
});
