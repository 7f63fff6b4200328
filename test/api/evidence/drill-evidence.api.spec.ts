import { ReportSetting } from '../drill-reports/report-setting.js';

interface Rated {
  person_id: string;
  payload: {
    run: string;
    seat: string;
    scenarioHash: string;
    finalHash: string;
    logHash: string;
    objectives: { objective: string; final: string | null }[];
  };
}

describe('Evidence of a drill', () => {
  let setting: ReportSetting;

  beforeEach(async () => {
    setting = await ReportSetting.start();
  });
  afterEach(() => setting.stop());

  const rated = () =>
    setting.app.database.query<Rated>(
      `SELECT person_id, payload FROM evidence_entry WHERE kind = 'drill.rated' ORDER BY id`,
    );

  it('should hold for each holder of a seat what was played, its hashes and the ratings, once', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    const lead = await setting.cast({ tier: 'manager' });
    const runId = await setting.played({ desk, lead }, { escalates: true });
    await setting.tellAgain(runId);
    const entries = await rated();
    expect(entries.map(({ person_id }) => person_id).sort()).toEqual([desk.person.id, lead.person.id].sort());
    const [run] = await setting.app.database.query<{ scenario_hash: string; final_hash: string }>(
      'SELECT scenario_hash, final_hash FROM drill_run WHERE id = $1',
      [runId],
    );
    for (const { payload } of entries) {
      expect(payload).toMatchObject({
        run: runId,
        scenarioHash: run!.scenario_hash,
        finalHash: run!.final_hash,
      });
      expect(payload.logHash).toMatch(/^[0-9a-f]{64}$/);
    }
    const own = entries.find(({ person_id }) => person_id === desk.person.id)!.payload;
    expect(own.seat).toBe('desk');
    expect(own.objectives.map(({ objective }) => objective)).toContain('speed');
  });

  it('when a run was stopped for a real event it should hold nothing', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    await setting.played({ desk }, { ends: 'stop' });
    expect(await rated()).toEqual([]);
  });
});
