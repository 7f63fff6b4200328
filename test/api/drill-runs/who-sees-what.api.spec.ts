import { DrillEventBody } from '@readyroom/contract';
import {
  seenSql,
  seenValues,
  sees,
  type StoredEvent,
  type Viewpoint,
} from '../../../api/src/modules/drill-runs/stream/viewpoint.js';
import { DrillStreams } from '../../../api/src/modules/drill-runs/stream/drill-streams.js';
import { decide, DrillSetting, message, note, type Cast } from './drill-setting.js';

type Audience = StoredEvent['audience'];
const VIEWPOINTS: readonly Viewpoint[] = ['control', 'evaluator', 'observer', 'seat:desk', 'seat:lead'];
const AUDIENCES: readonly Audience[] = ['all', 'staff', ['desk'], []];
/** Of these kinds neither players nor observers see anything; of the last two evaluators do not either. */
const MEASURED = ['expectation', 'rated', 'noted'];
const DIRECTED = ['inject_state', 'inject_edited'];
const KINDS = DrillEventBody.options.map(({ shape }) => [...shape.kind.values][0]!);

/** The table of docs/DRILLS.md, put down a second time and in other words. */
function expected(viewpoint: Viewpoint, kind: string, audience: Audience): boolean {
  if (viewpoint === 'control') return true;
  if (!(KINDS as string[]).includes(kind) || DIRECTED.includes(kind)) return false;
  if (viewpoint === 'evaluator') return true;
  if (MEASURED.includes(kind) || audience === 'staff') return false;
  if (viewpoint === 'observer' || audience === 'all') return true;
  return viewpoint === 'seat:desk' && audience.includes('desk');
}

describe('who sees what of a run', () => {
  let setting: DrillSetting;
  beforeAll(async () => {
    setting = await DrillSetting.start();
  });
  afterAll(() => setting.stop());

  it.each(VIEWPOINTS)(
    '%s should see every kind by the one table, in memory and in the database',
    async (viewpoint) => {
      const bodies = [
        ...KINDS.map((kind) => ({ kind, to: ['desk'] })),
        { kind: 'a_kind_of_tomorrow', to: ['desk'] },
        { kind: 'inject', to: 'feed' },
      ];
      const events = bodies.flatMap((body) => AUDIENCES.map((audience) => ({ audience, body })));
      const rows = await setting.app.database.query<{ seen: boolean }>(
        `SELECT ${seenSql(2)} AS seen FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS l (event, place)
       CROSS JOIN LATERAL (SELECT event->'body' AS body, event->'audience' AS audience) e ORDER BY place`,
        [JSON.stringify(events), ...seenValues(viewpoint)],
      );
      expect(rows).toHaveLength(events.length);
      events.forEach((event, n) => {
        const { body, audience } = event;
        const onWire = sees(viewpoint, event as unknown as StoredEvent);
        const inFeed = body.to === 'feed' && viewpoint !== 'control' && viewpoint !== 'evaluator';
        const should = !inFeed && expected(viewpoint, body.kind, audience);
        expect([body, audience, onWire, rows[n]!.seen]).toEqual([body, audience, should, should]);
      });
    },
  );

  it('over HTTP each role should get what the table says, and with another role another sight at once', async () => {
    const [desk, lead] = [await setting.player('desk'), await setting.player('lead')];
    const cast: Record<string, Cast> = {};
    for (const role of ['controller', 'simulator', 'evaluator', 'observer'])
      cast[role] = await setting.someone();
    const participants = Object.entries(cast).map(([role, { person }]) => ({
      personId: person.id,
      role,
      seat: null,
    }));
    const run = await setting.running({ desk, lead }, { participants });
    await setting.pass(6);
    await setting.control(run.id, { kind: 'hold', inject: 'e' });
    await setting.observe(cast.evaluator!, run.id, note('not for the room'));
    await setting.observe(cast.evaluator!, run.id, {
      kind: 'rate',
      objective: 'speed',
      seat: null,
      rating: 'U',
      note: 'weak',
    });
    await setting.act(desk, run.id, message('lead', 'between two seats'));
    await setting.act(desk, run.id, decide('desk-go'));
    const kinds = async (by: Cast) => new Set(await setting.kinds(by, run.id));
    const has = async (by: Cast, ...wanted: string[]) => {
      const found = await kinds(by);
      return wanted.map((kind) => found.has(kind));
    };
    const hidden = ['inject_state', 'noted', 'rated', 'expectation'];
    expect(await has(cast.controller!, ...hidden)).toEqual([true, true, true, true]);
    expect(await has(cast.simulator!, ...hidden)).toEqual([true, true, true, true]);
    expect(await has(cast.evaluator!, ...hidden)).toEqual([false, true, true, true]);
    for (const by of [cast.observer!, desk, lead])
      expect(await has(by, ...hidden)).toEqual([false, false, false, false]);
    expect(await has(cast.observer!, 'message', 'card_closed', 'posts')).toEqual([true, true, true]);
    expect(await has(lead, 'message', 'card_closed')).toEqual([true, false]);

    const watching = await setting.stream(cast.evaluator!, run.id);
    await watching.next();
    await setting.trainer.client.put(`/drill-runs/${run.id}/participants`, {
      participants: [
        ...participants.map((one) =>
          one.personId === cast.evaluator!.person.id ? { ...one, role: 'observer' } : one,
        ),
        { personId: desk.person.id, role: 'player', seat: 'desk' },
        { personId: lead.person.id, role: 'player', seat: 'lead' },
      ],
    });
    await setting.app.app.get(DrillStreams).recheck();
    await watching.toEnd();
    expect(await has(cast.evaluator!, ...hidden)).toEqual([false, false, false, false]);
  });

  it('whoever becomes an observer by the code should see no more than the cast observer', async () => {
    const desk = await setting.player('desk');
    const run = await setting.running({ desk });
    const guest = await setting.app.signedIn({ tier: 'frontline' });
    await guest.client.post('/learn/drills/join', { code: run.joinCode });
    await setting.pass(6);
    await setting.observe(setting.trainer, run.id, note('not for guests'));
    await setting.control(run.id, { kind: 'hold', inject: 'e' });
    const { body } = await guest.client.get(`/drills/${run.id}/events`);
    expect((await guest.client.get(`/drills/${run.id}/stage`)).body).toMatchObject({
      me: { role: 'observer' },
      msel: null,
    });
    const kinds = body.events.map((event: { body: { kind: string } }) => event.body.kind);
    expect(kinds).toContain('posts');
    for (const kind of [...MEASURED, ...DIRECTED]) expect(kinds).not.toContain(kind);
    for (const route of ['report', 'hot-wash', 'log', 'wall', ''])
      expect((await guest.client.get(`/drill-runs/${run.id}/${route}`)).status).toBeGreaterThanOrEqual(403);
  });
});
