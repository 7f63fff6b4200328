import type { DrillReport, MyDrillReport } from '@readyroom/contract';
import { readLog } from '../../../api/src/cli/drill/read-log.js';
import { replayedLines } from '../../../api/src/cli/drill/replayed.js';
import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

describe('GET /drill-runs/:id/report', () => {
  let setting: ReportSetting;
  let desk: Cast;
  let lead: Cast;
  let chief: Cast;
  let runId: string;
  let report: DrillReport;

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ name: '刘䶮', tier: 'frontline' });
    lead = await setting.cast({ name: '王主管', tier: 'manager' });
    chief = await setting.cast({ name: '陈总', tier: 'executive' });
    runId = await setting.played(
      { desk, lead, chief },
      { escalates: true, statement: true, ratings: { truth: 'M' } },
    );
    report = await setting.report(runId);
  });
  afterAll(() => setting.stop());

  it('when nobody is signed in, the id is none, or a player asks, it should refuse', async () => {
    expect((await setting.app.client().get(`/drill-runs/${runId}/report`)).status).toBe(401);
    expect((await setting.trainer.client.get('/drill-runs/1/report')).status).toBe(400);
    expect((await desk.client.get(`/drill-runs/${runId}/report`)).body.code).toBe('auth.forbidden');
  });

  it('when the run is not theirs to see it should look missing', async () => {
    const missing = await setting.trainer.client.get(`/drill-runs/${NOWHERE}/report`);
    expect(missing.body).toMatchObject({ statusCode: 404, code: 'drill.not_found' });
    const { client } = await setting.app.signedIn({ roles: ['employee', 'trainer'], scope: '法务部' });
    const foreign = await client.get(`/drill-runs/${runId}/report`);
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  });

  it('when the run is not over it should say so', async () => {
    const open = await setting.drills.running({ desk });
    expect((await setting.trainer.client.get(`/drill-runs/${open.id}/report`)).body).toMatchObject({
      statusCode: 409,
      code: 'drill_report.not_over',
    });
  });

  it('should name the cast, and tell what happened with the entries of the log it rests on', async () => {
    expect(report.cast.map(({ seat, played, people }) => [seat, played, people[0]?.name])).toEqual([
      ['desk', true, '刘䶮'],
      ['lead', true, '王主管'],
      ['chief', true, '陈总'],
    ]);
    const log = await setting.drills.log(runId);
    const seqOf = (kind: string) => log.find(({ action }) => action.kind === kind)!.seq;
    const told = report.timeline.map(({ kind, seq, by }) => [kind, seq, by]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['inject', null, null],
        ['message', seqOf('message'), 'desk'],
        ['statement', seqOf('publish_statement'), 'chief'],
        ['rating', seqOf('rate'), null],
      ]),
    );
    expect(report.timeline.map(({ at }) => at)).toEqual(
      report.timeline.map(({ at }) => at).sort((a, b) => a - b),
    );
    const speed = report.score.objectives.find(({ objective }) => objective === 'speed')!;
    expect(speed).toMatchObject({ final: 'P', finalBy: 'log', evidence: [seqOf('message')] });
  });

  it('should define every number that it shows, in both languages', () => {
    const known = new Set(report.meanings.map(({ key }) => key));
    const shown = [...report.score.metrics, ...report.score.seats.flatMap(({ metrics }) => metrics)];
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ key }) => !known.has(key))).toEqual([]);
    const parts = new Set(report.parts.map(({ part }) => part));
    expect(shown.filter(({ part }) => part !== null && !parts.has(part))).toEqual([]);
    expect(report.parts).toContainEqual({ part: 'report', title: { zh: 'report（中文）', en: 'report' } });
    for (const { name, meaning } of report.meanings)
      for (const text of [name, meaning]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
  });

  it('should show the outcome beside at least 30 seeds, as feedback that is in no score', () => {
    const { seeds, real, answered, minutes } = report.feedback;
    expect(seeds).toBeGreaterThanOrEqual(30);
    expect([answered.p10.length, answered.p90.length, minutes.length]).toEqual(
      Array.from({ length: 3 }, () => real.length),
    );
    for (const [i, low] of answered.p10.entries()) {
      expect(low).toBeLessThanOrEqual(answered.p50[i]!);
      expect(answered.p50[i]!).toBeLessThanOrEqual(answered.p90[i]!);
    }
    expect(JSON.stringify(report.score)).not.toMatch(/hostile|heat"/);
  });

  it('should let the engine say what a later or sooner statement would have changed', () => {
    // It was out at minute 12, so half an hour sooner is the very start.
    expect(report.whatIf.map(({ shiftMinutes }) => shiftMinutes)).toEqual([30, -12]);
    const [later, sooner] = report.whatIf;
    expect([later!.after.statementMinute, sooner!.after.statementMinute]).toEqual([42, 0]);
    expect(later!.before).toEqual(sooner!.before);
    expect([later!.refusal, sooner!.refusal]).toEqual([null, null]);
    expect(sooner!.after.statementMinute).toBeLessThan(sooner!.before.statementMinute);
    expect(sooner!.before).toEqual({
      statementMinute: 12,
      hostile: report.feedback.real.at(-1),
      peakHeat: expect.any(Number),
    });
  });

  it('should certify a replay that ends in the state that was noted when the run ended', async () => {
    const [row] = await setting.app.database.query<{ hash: string; seed: number }>(
      'SELECT final_hash AS hash, seed FROM drill_run WHERE id = $1',
      [runId],
    );
    expect(report.certificate).toMatchObject({
      stateHash: row!.hash,
      matches: true,
      seed: row!.seed,
      logSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    // Somebody else has the scenario and the exported log, and follows the command.
    const { text } = await setting.trainer.client.get(`/drill-runs/${runId}/log`);
    expect(report.certificate.command).toBe('npm run drill -- replay drill-test --log drill-log.json');
    const lines = replayedLines(setting.drills.document, readLog(text));
    expect(lines.join('\n')).toContain(report.certificate.stateHash);
  });

  it('when what was kept is lost or spoilt it should come out the same from the log', async () => {
    const { database } = setting.app;
    const rows = (table: string) =>
      database.query(`SELECT * FROM ${table} WHERE run_id = $1 ORDER BY ${table}::text`, [runId]);
    const before = [await rows('drill_metric'), await rows('drill_objective'), await rows('drill_holder')];
    expect(before.every((table) => table.length > 0)).toBe(true);
    const again = async () => {
      const { serverTime: _, ...clock } = (await setting.report(runId)).run.clock;
      return { ...(await setting.report(runId)), run: clock };
    };
    const first = await again();
    await database.query(`UPDATE drill_report SET log_hash = 'spoilt', analysis = '{}' WHERE run_id = $1`, [
      runId,
    ]);
    await database.query('DELETE FROM drill_metric WHERE run_id = $1', [runId]);
    expect(await again()).toEqual(first);
    expect([await rows('drill_metric'), await rows('drill_objective'), await rows('drill_holder')]).toEqual(
      before,
    );
  });

  it('when what was kept says less than reports say by now it should be made anew', async () => {
    const first = await setting.report(runId);
    await setting.app.database.query(
      `UPDATE drill_report SET analysis = analysis - 'version' || '{"whatIf": []}' WHERE run_id = $1`,
      [runId],
    );
    expect((await setting.report(runId)).whatIf).toEqual(first.whatIf);
    expect(first.whatIf).toHaveLength(2);
  });

  it('when the run was played with another engine and nothing is kept it should say so', async () => {
    const other = await setting.played({ desk }, {}, false);
    await setting.app.database.query(`UPDATE drill_run SET engine_version = '0.9.0' WHERE id = $1`, [other]);
    await setting.app.drainJobs();
    expect((await setting.trainer.client.get(`/drill-runs/${other}/report`)).body.code).toBe(
      'drill_report.engine_changed',
    );
  });

  it('should compare with earlier runs of the scenario, and with no later ones', async () => {
    await setting.days(1, desk, lead, chief);
    const next = await setting.played({ desk, lead, chief }, { escalates: true });
    const later = await setting.report(next);
    expect(later.earlier.map((one) => one.runId)).toContain(runId);
    expect(later.earlier.find((one) => one.runId === runId)!.metrics).toEqual(
      expect.arrayContaining(
        report.score.metrics.map(({ key, part, value }) => ({ key, part, value })).slice(0, 1),
      ),
    );
    expect((await setting.report(runId)).earlier.map((one) => one.runId)).not.toContain(next);
  });

  it('when the moved statement would have been refused it should say why, and that none came out', async () => {
    // The other version was too late after the statement; before a later statement it is the newer one.
    const redrafted = await setting.played({ desk, lead, chief }, { statement: true, redrafts: true });
    const { whatIf } = await setting.report(redrafted);
    const [later, sooner] = whatIf;
    expect(later).toMatchObject({
      shiftMinutes: 30,
      before: { statementMinute: 12 },
      after: { statementMinute: null },
      refusal: {
        zh: '那时已有更新的版本，或者声明已经发布',
        en: 'there was a newer version by then, or the statement was already out',
      },
    });
    expect([sooner!.refusal, sooner!.after.statementMinute]).toEqual([null, 0]);
    const { text } = await setting.trainer.client.get(`/drill-runs/${redrafted}/report.md?locale=en`);
    expect(text).toContain(
      '30 min later: would have been refused, because there was a newer version by then',
    );
    expect(text).toContain('none came out');
  });

  describe('GET /learn/drills/:id/report', () => {
    const mine = (who: Cast) => who.client.get(`/learn/drills/${runId}/report`);

    it('when nobody is signed in or the reader took no part it should refuse', async () => {
      expect((await setting.app.client().get(`/learn/drills/${runId}/report`)).status).toBe(401);
      expect((await desk.client.get('/learn/drills/1/report')).status).toBe(400);
      const stranger = await setting.cast({});
      expect((await mine(stranger)).body).toMatchObject({ statusCode: 404, code: 'drill.not_found' });
    });

    it('should show the whole and oneself, and nothing of any other seat', async () => {
      for (const [seat, who] of Object.entries({ desk, lead, chief })) {
        const { status, body } = await mine(who);
        expect(status).toBe(200);
        const my = body as MyDrillReport;
        expect(my.me!.seat).toBe(seat);
        expect(my.metrics).toEqual(report.score.metrics);
        const own = report.score.seats.find((one) => one.seat === seat)!;
        expect(my.me!.metrics).toEqual(own.metrics);
        const scores = JSON.stringify([my.metrics, my.objectives, my.me]);
        for (const other of ['desk', 'lead', 'chief'].filter((key) => key !== seat))
          expect(scores).not.toContain(`"${other}"`);
        for (const { name } of report.cast.flatMap(({ people }) => people))
          expect(JSON.stringify(my)).not.toContain(name);
        expect(my.timeline.filter(({ kind }) => kind === 'rating' || kind === 'note')).toEqual([]);
      }
    });

    it('should name the course that helps with what was weak', async () => {
      const { body } = await mine(lead);
      expect(body.objectives.find((one: { objective: string }) => one.objective === 'truth')).toMatchObject({
        final: 'M',
        weak: true,
        course: { id: setting.courseId, title: { zh: '预警与信息' } },
      });
    });
  });
});
