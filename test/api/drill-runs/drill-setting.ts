import { randomUUID } from 'node:crypto';
import type {
  ControlAction,
  DrillEvent,
  DrillRunDetail,
  ObserverAction,
  PlayerAction,
  ScenarioDocument,
  Tier,
} from '@readyroom/contract';
import { RunHosts } from '../../../api/src/modules/drill-runs/index.js';
import { RunVeils } from '../../../api/src/modules/drill-runs/veil/run-veils.js';
import type { Veil } from '../../../api/src/modules/drill-runs/veil/veil.js';
import { shownAction } from '../../../api/src/modules/drill-runs/veil/veiled-action.js';
import { drillScenario, publishScenario } from '../../support/drill-scenario.js';
import { EventStream } from '../../support/event-stream.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

jest.setTimeout(60_000);

export const NOWHERE = '00000000-0000-7000-8000-000000000000';
const TIER_OF: Record<string, Tier> = { desk: 'frontline', lead: 'manager', chief: 'executive' };

/** Somebody in a run, and how they act. */
export interface Cast {
  person: TestPerson;
  client: TestClient;
  cookie: string;
}

/** The product with a published scenario, a trainer who leads drills, and people to cast. */
export class DrillSetting {
  private constructor(
    readonly app: TestApp,
    readonly document: ScenarioDocument,
    readonly trainer: Cast,
  ) {}

  static async start(document = drillScenario()): Promise<DrillSetting> {
    const app = await TestApp.start();
    await app.app.listen(0, '127.0.0.1');
    await publishScenario(app, document);
    return new DrillSetting(
      app,
      document,
      await member(app, { roles: ['employee', 'trainer'], tier: 'manager' }),
    );
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  player(seat: string): Promise<Cast> {
    return member(this.app, { tier: TIER_OF[seat]! });
  }

  someone(): Promise<Cast> {
    return member(this.app, {});
  }

  /** A run whose cast is the trainer and these people. */
  async create(
    players: Record<string, Cast> = {},
    more: { participants?: object[]; seed?: number; [key: string]: unknown } = {},
  ): Promise<DrillRunDetail> {
    const cast = Object.entries(players).map(([seat, { person }]) => ({
      personId: person.id,
      role: 'player',
      seat,
    }));
    const answer = await this.trainer.client.post('/drill-runs', {
      scenarioId: this.document.id,
      seed: 7,
      ...more,
      participants: [...cast, ...(more.participants ?? [])],
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as DrillRunDetail;
  }

  /** As `create`, with everybody in the lobby and the clock running. */
  async running(
    players: Record<string, Cast>,
    more: Parameters<DrillSetting['create']>[1] = {},
  ): Promise<DrillRunDetail> {
    const run = await this.create(players, more);
    for (const { client } of Object.values(players)) await client.post(`/drills/${run.id}/ready`);
    await this.control(run.id, { kind: 'start' });
    return run;
  }

  control(runId: string, action: ControlAction, by = this.trainer, clientId: string = randomUUID()) {
    return by.client.post(`/drills/${runId}/control`, { clientId, action });
  }

  /** With the keys of the scenario, which are put into the names that players see. */
  async act(by: Cast, runId: string, action: PlayerAction, clientId: string = randomUUID()) {
    return this.actShown(by, runId, shownAction(await this.veil(runId), action), clientId);
  }

  /** With the names that players see, or any other. */
  actShown(by: Cast, runId: string, action: object, clientId: string = randomUUID()) {
    return by.client.post(`/drills/${runId}/actions`, { clientId, action });
  }

  veil(runId: string): Promise<Veil> {
    return this.app.app.get(RunVeils).of(runId);
  }

  observe(by: Cast, runId: string, action: ObserverAction, clientId: string = randomUUID()) {
    return by.client.post(`/drills/${runId}/observations`, { clientId, action });
  }

  /** Moves the wall clock and lets the worker look after the runs. */
  async pass(seconds: number): Promise<void> {
    this.app.clock.advance({ seconds });
    await this.app.app.get(RunHosts).sweep();
  }

  /** All events that somebody may see. */
  async events(by: Cast, runId: string): Promise<DrillEvent[]> {
    const events: DrillEvent[] = [];
    for (;;) {
      const { body } = await by.client.get(`/drills/${runId}/events?after=${events.at(-1)?.id ?? 0}`);
      if (body.events.length === 0) return events;
      events.push(...(body.events as DrillEvent[]));
    }
  }

  async kinds(by: Cast, runId: string): Promise<string[]> {
    return (await this.events(by, runId)).map(({ body }) => body.kind);
  }

  stream(by: Cast, runId: string, after = 0, headers: Record<string, string> = {}): Promise<EventStream> {
    return EventStream.open(this.app, `/drills/${runId}/stream?after=${after}`, {
      cookie: by.cookie,
      ...headers,
    });
  }

  log(runId: string) {
    return this.app.database.query<{
      seq: number;
      at: number;
      by: string;
      action: { kind: string; [key: string]: unknown };
      refused: string | null;
    }>('SELECT seq, at, by, action, refused FROM drill_log WHERE run_id = $1 ORDER BY seq', [runId]);
  }
}

async function member(app: TestApp, spec: Parameters<TestApp['person']>[0]): Promise<Cast> {
  const person = await app.person(spec);
  const cookie = await app.cookieOf(person);
  return { person, client: app.client(cookie), cookie };
}

export const note = (text = 'seen'): ObserverAction => ({ kind: 'note', text, objective: null });
export const plan: PlayerAction = { kind: 'open_plan' };
export const message = (to: string, text = 'please look'): PlayerAction => ({
  kind: 'message',
  message: randomUUID(),
  to: [to],
  text,
});
export const decide = (card: string, option = 'tell'): PlayerAction => ({
  kind: 'decide',
  card,
  option,
  confidence: 80,
  rationale: 'because',
});
