import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { LogEntry } from '@readyroom/contract';
import { replay, stateHash } from '../../../api/src/engine/index.js';
import { DrillEndings, RunHosts, RunScenarios } from '../../../api/src/modules/drill-runs/index.js';
import type { Answered, Arrival } from '../../../api/src/modules/drill-runs/host/arrival.js';
import { toldByMinute } from '../../../api/src/modules/drill-runs/host/minutes-told.js';
import { shownAction } from '../../../api/src/modules/drill-runs/veil/veiled-action.js';
import { decide, DrillSetting, message, plan, type Cast } from './drill-setting.js';

type Step =
  | { kind: 'act'; host: number; seat: number; what: number }
  | { kind: 'sweep'; host: number }
  | { kind: 'forget'; host: number }
  | { kind: 'pass'; seconds: number };

const host = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('act' as const), host, seat: fc.nat(1), what: fc.nat(4) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sweep' as const), host }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), host }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 20 }) }),
  },
);

describe('one order for everybody', () => {
  let setting: DrillSetting;
  let players: Cast[];

  beforeAll(async () => {
    setting = await DrillSetting.start();
    players = [await setting.player('desk'), await setting.player('lead')];
  });
  afterAll(() => setting.stop());

  const actions = () => [
    plan,
    message('lead'),
    decide('desk-go'),
    decide('desk-go', 'wait'),
    { kind: 'acknowledge', what: 'call' } as const,
  ];

  const stored = async (runId: string) => {
    const [run] = await setting.app.database.query<{
      seed: number;
      versionId: string;
      tickedTo: number;
      finalHash: string | null;
    }>(
      `SELECT seed, scenario_version_id AS "versionId", ticked_to AS "tickedTo", final_hash AS "finalHash"
       FROM drill_run WHERE id = $1`,
      [runId],
    );
    const events = await setting.app.database.query(
      'SELECT id, at, audience, body FROM drill_event WHERE run_id = $1 ORDER BY id',
      [runId],
    );
    const scenario = await setting.app.app.get(RunScenarios).document(setting.app.database, run!.versionId);
    return { ...run!, events, inputs: { scenario, seed: run!.seed } };
  };

  const arrival = async (runId: string, seat: number, what: number): Promise<Arrival> => {
    const person = players[seat]!.person.id;
    const [row] = await setting.app.database.query<{ id: string }>(
      'SELECT id FROM drill_participant WHERE run_id = $1 AND person_id = $2',
      [runId, person],
    );
    return {
      kind: 'player',
      by: `seat:${['desk', 'lead'][seat]!}`,
      action: shownAction(await setting.veil(runId), actions()[what]!),
      arrivedAt: setting.app.clock.now(),
      from: { participantId: row!.id, personId: person, clientId: randomUUID() },
    };
  };

  it('when two processes take actions, tick and lose their memory in any order nothing should be lost or doubled', async () => {
    const twin = await setting.app.twin();
    const hosts = [setting.app.app.get(RunHosts), twin.get(RunHosts)];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (rounds) => {
          const run = await setting.running({ desk: players[0]!, lead: players[1]! });
          const sent: { clientId: string; answer: Omit<Answered, 'own'> }[] = [];
          const take = async (one: Step): Promise<void> => {
            if (one.kind === 'pass') setting.app.clock.advance({ seconds: one.seconds });
            if (one.kind === 'sweep') await hosts[one.host]!.sweep();
            if (one.kind === 'forget') hosts[one.host]!.forget();
            if (one.kind !== 'act') return;
            const what = await arrival(run.id, one.seat, one.what);
            const { seq, at, refused } = await hosts[one.host]!.send(run.id, what);
            sent.push({ clientId: what.from.clientId, answer: { seq, at, refused } });
          };
          for (const round of rounds) await Promise.all(round.map(take));
          const log = await setting.app.database.query<
            LogEntry & { clientId: string; refused: string | null }
          >(
            'SELECT seq, at, by, action, refused, client_id AS "clientId" FROM drill_log WHERE run_id = $1 ORDER BY seq',
            [run.id],
          );
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
          expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((a, b) => a - b));
          const recorded = new Map(log.map((line) => [line.clientId, line]));
          expect(log.length).toBe(sent.length + 2);
          for (const { clientId, answer } of sent) expect(recorded.get(clientId)).toMatchObject(answer);
          await hosts[0]!.advance(run.id);
          const { events, inputs, tickedTo } = await stored(run.id);
          const replayed = replay(
            inputs,
            log.map(({ seq, at, by, action }) => ({ seq, at, by, action })),
            tickedTo,
          );
          const veil = await setting.veil(run.id);
          expect(toldByMinute(replayed.events, (post) => veil.ref(post))).toEqual(events);
          await setting.control(run.id, { kind: 'end' });
        },
      ),
      { numRuns: 12 },
    );
    await twin.close();
  }, 120_000);

  it('when a run ends its hash should be that of a replay of the log, from memory or from cold', async () => {
    for (const cold of [false, true]) {
      const run = await setting.running({ desk: players[0]!, lead: players[1]! });
      await setting.pass(30);
      await setting.act(players[0]!, run.id, message('lead'));
      await setting.pass(30);
      if (cold) setting.app.app.get(RunHosts).forget();
      await setting.act(players[0]!, run.id, decide('desk-go'));
      await setting.control(run.id, { kind: 'end' });
      const { finalHash, inputs, tickedTo } = await stored(run.id);
      const log = await setting.app.database.query<LogEntry>(
        'SELECT seq, at, by, action FROM drill_log WHERE run_id = $1 ORDER BY seq',
        [run.id],
      );
      expect(finalHash).toBe(stateHash(replay(inputs, log, tickedTo).state));
    }
  });

  it('when a request cannot be stored it should fail alone, and the run go on as if it had never come', async () => {
    const run = await setting.running({ desk: players[0]!, lead: players[1]! });
    const hosts = setting.app.app.get(RunHosts);
    const fine = await arrival(run.id, 1, 0);
    // Nothing like this gets past the door.
    const poisoned = { ...(await arrival(run.id, 0, 0)), action: message('lead', 'a\u0000b') } as Arrival;
    const [bad, good] = await Promise.allSettled([hosts.send(run.id, poisoned), hosts.send(run.id, fine)]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: '22P05' } });
    expect(good).toMatchObject({ status: 'fulfilled', value: { refused: null } });
    expect((await setting.log(run.id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const events = await setting.events(setting.trainer, run.id);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  });

  it('when 500 decisions come at once all should be recorded', async () => {
    const run = await setting.running({ desk: players[0]!, lead: players[1]! });
    await setting.pass(6);
    const hosts = setting.app.app.get(RunHosts);
    const arrivals = await Promise.all(Array.from({ length: 500 }, (_, i) => arrival(run.id, i % 2, 2)));
    const answers = await Promise.all(arrivals.map((one) => hosts.send(run.id, one)));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(500);
    expect(answers.filter(({ refused }) => refused === null)).toHaveLength(1);
    expect(await setting.log(run.id)).toHaveLength(502);
  });

  it('when the engine has become another one a run should stop where it stands and its record stay', async () => {
    const run = await setting.running({ desk: players[0]! });
    await setting.pass(30);
    const before = await setting.events(setting.trainer, run.id);
    const { database } = setting.app;
    await database.query(`UPDATE drill_run SET engine_version = '0.0.1' WHERE id = $1`, [run.id]);
    await setting.pass(30);
    const late = await setting.act(players[0]!, run.id, plan);
    expect([late.status, late.body.code]).toEqual([409, 'drill.over']);
    const { body } = await setting.trainer.client.get(`/drill-runs/${run.id}`);
    expect(body).toMatchObject({ clock: { status: 'stopped', at: 300 }, engineVersion: '0.0.1' });
    expect(await setting.events(setting.trainer, run.id)).toEqual(before);
    expect(await setting.log(run.id)).toHaveLength(2);
  });

  it('when the engine has become another one before the run begins it should be played with that', async () => {
    const run = await setting.create({ desk: players[0]! });
    await setting.app.database.query(`UPDATE drill_run SET engine_version = '0.0.1' WHERE id = $1`, [run.id]);
    await setting.control(run.id, { kind: 'start' });
    const { body } = await setting.trainer.client.get(`/drill-runs/${run.id}`);
    expect(body).toMatchObject({ clock: { status: 'running' }, engineVersion: run.engineVersion });
  });

  it('when a run is over its subscribers should be told, again when one of them failed', async () => {
    const told: string[] = [];
    let failures = 1;
    setting.app.app.get(DrillEndings).subscribe(async (runId) => {
      told.push(runId);
      if (failures-- > 0) throw new Error('not this time');
    });
    const run = await setting.running({ desk: players[0]! });
    await setting.app.database.query('DELETE FROM outbox');
    await setting.control(run.id, { kind: 'end' });
    await expect(setting.app.drainJobs()).rejects.toThrow('not this time');
    await setting.app.drainJobs();
    expect(told).toEqual([run.id, run.id]);
    expect(await setting.app.drainJobs()).toBe(0);
  });
});
