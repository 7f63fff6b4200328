import { randomUUID } from 'node:crypto';
import type { DrillEvent, PlayerAction } from '@readyroom/contract';
import { RunHosts } from '../../../api/src/modules/drill-runs/index.js';
import { drillScenario } from '../../support/drill-scenario.js';
import { decide, DrillSetting, message, note, type Cast } from './drill-setting.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const STAND_IN = 'c0ffee00-0000-4000-8000-000000000001';

/** Keys that give things away, on everything that an author names. */
function tellingScenario() {
  const document = drillScenario('telling');
  const [spark, , , askDesk] = document.items;
  spark!.key = 'the-lie-that-matters';
  askDesk!.key = 'branch-if-they-denied';
  askDesk!.card!.key = 'trap';
  askDesk!.card!.options[0]!.key = 'right-answer';
  askDesk!.card!.options[1]!.key = 'crime';
  askDesk!.card!.default = 'crime';
  document.posts[0]!.key = 'rumour-false';
  document.posts[1]!.key = 'rumour-false-again';
  document.personas[0]!.key = 'paid-troll';
  for (const post of document.posts) post.persona = 'paid-troll';
  document.standIns.push({
    id: STAND_IN,
    seat: 'chief',
    when: { after: 1 },
    action: { message: { to: 'desk', text: { zh: '说', en: 'said' } } },
  } as (typeof document.standIns)[number]);
  return document;
}
const TELLING =
  /the-lie|branch-if|trap|right-answer|crime|rumour-false|paid-troll|c0ffee00|"g\d+-\d|"r-\d|"i-/;

describe('what the wire tells a player who reads it', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;
  let observer: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start(tellingScenario());
    desk = await setting.player('desk');
    lead = await setting.player('lead');
    observer = await setting.someone();
  });
  afterAll(() => setting.stop());

  const running = async () => {
    const participants = [{ personId: observer.person.id, role: 'observer', seat: null }];
    const run = await setting.running({ desk, lead }, { participants });
    await setting.pass(20);
    return run;
  };
  const postsOf = (events: readonly DrillEvent[]) =>
    events.flatMap(({ body }) => (body.kind === 'posts' ? body.posts : []));
  const textOf = (events: readonly DrillEvent[], text: string) =>
    postsOf(events).find((post) => post.text.en === text)!.id;

  it('should be no name that an author gave, by page or by stream, and staff should see them all', async () => {
    const run = await running();
    await setting.act(desk, run.id, { kind: 'reply', post: 'rumour-false', text: 'We look into it.' });
    await setting.act(desk, run.id, { kind: 'acknowledge', what: 'branch-if-they-denied' });
    await setting.act(desk, run.id, { ...message('lead'), about: 'rumour-false' } as PlayerAction);
    await setting.act(desk, run.id, {
      kind: 'triage',
      post: 'rumour-false-again',
      class: 'noise',
      priority: 'low',
      duplicateOf: 'rumour-false',
      escalate: false,
    });
    await setting.act(desk, run.id, {
      kind: 'file_sitrep',
      sitrep: randomUUID(),
      to: ['lead'],
      posts: ['rumour-false-again'],
      text: 'one',
    });
    await setting.act(desk, run.id, decide('trap', 'right-answer'));
    await setting.pass(60);
    for (const { refused, action } of await setting.log(run.id))
      expect([action.kind, refused]).toEqual([action.kind, null]);
    for (const by of [desk, lead, observer]) {
      const events = await setting.events(by, run.id);
      expect(JSON.stringify(events)).not.toMatch(TELLING);
      const posts = postsOf(events);
      expect(posts.length).toBeGreaterThan(10);
      for (const { id, from } of posts) {
        expect(id).toMatch(UUID);
        if (from.kind === 'persona') expect(from.key).toMatch(UUID);
      }
      const stream = await setting.stream(by, run.id);
      const last = events.at(-1)!.id;
      const streamed = (await stream.until(({ id }) => id === last)).filter(({ id }) => id !== null);
      stream.drop();
      expect(streamed.map(({ data }) => data)).toEqual(events);
    }
    // That a post was put in by the exercise is not told either.
    const kinds = (events: DrillEvent[]) =>
      events.filter(({ body }) => body.kind === 'inject' && body.to === 'feed');
    expect(kinds(await setting.events(desk, run.id))).toEqual([]);
    const staff = await setting.events(setting.trainer, run.id);
    expect(kinds(staff)).toHaveLength(1);
    for (const key of ['the-lie-that-matters', 'trap', 'rumour-false', 'paid-troll', STAND_IN])
      expect(JSON.stringify(staff)).toContain(`"${key}"`);
  });

  it('should have the posts of a minute in one event, whose place and order do not tell scripted ones from those of the storm', async () => {
    const run = await running();
    const stream = await setting.stream(desk, run.id);
    await setting.pass(60);
    const last = (await setting.events(desk, run.id)).at(-1)!.id;
    const shown = (await stream.until(({ id }) => id === last)).flatMap(({ id, data }) =>
      id === null ? [] : [data as DrillEvent],
    );
    stream.drop();
    // Some minutes have both kinds, and the real names of all their posts are with those who lead.
    const real = new Map<string, string>();
    const veil = await setting.veil(run.id);
    for (const { id } of postsOf(await setting.events(setting.trainer, run.id))) real.set(veil.ref(id), id);
    const minutes = [...new Set(shown.map(({ at }) => at))].map((at) => shown.filter((one) => one.at === at));
    let mixed = 0;
    for (const minute of minutes) {
      const kinds = minute.map(({ body }) => body.kind);
      const place = kinds.indexOf('posts');
      if (place < 0) continue;
      expect(kinds.lastIndexOf('posts')).toBe(place);
      expect(['engagement', 'trending', 'indicators']).toContain(kinds[place + 1]);
      const names = postsOf(minute).map(({ id }) => id);
      expect(names).toEqual(names.toSorted());
      const generated = names.filter((name) => /^g\d+-\d+$/.test(real.get(name)!)).length;
      if (generated > 0 && generated < names.length) mixed += 1;
    }
    expect(mixed).toBeGreaterThan(2);
    // Who leads sees the same posts, and nobody else the empty places that are left of the others.
    const empty = (events: readonly DrillEvent[]) =>
      events.filter(({ body }) => body.kind === 'posts' && body.posts.length === 0).length;
    expect(empty(await setting.events(setting.trainer, run.id))).toBeGreaterThan(2);
    expect([empty(shown), empty(await setting.events(observer, run.id))]).toEqual([0, 0]);
  });

  it('should be other names in every run, in no order of the keys, and the same for everybody in one', async () => {
    const [one, other] = [await running(), await running()];
    const [mine, theirs] = [await setting.events(desk, one.id), await setting.events(lead, one.id)];
    const again = await setting.events(desk, other.id);
    const ids = (events: DrillEvent[]) => postsOf(events).map(({ id }) => id);
    expect(ids(mine)).toEqual(ids(theirs));
    expect(ids(mine).filter((id) => ids(again).includes(id))).toEqual([]);
    const scripted = setting.document.posts.map(({ key }) => key).sort();
    const veil = await setting.veil(one.id);
    expect(scripted.map((key) => veil.ref(key))).not.toEqual(scripted.map((key) => veil.ref(key)).sort());
  });

  it('when a player acts with the real names nothing should happen, and the names shown should work', async () => {
    const run = await running();
    const attempts: PlayerAction[] = [
      { kind: 'reply', post: 'rumour-false', text: 'x' },
      { kind: 'acknowledge', what: 'branch-if-they-denied' },
      { kind: 'acknowledge', what: STAND_IN },
      { kind: 'decide', card: 'trap', option: 'right-answer', confidence: 1, rationale: '' },
      { ...message('lead'), about: 'the-lie-that-matters' } as PlayerAction,
      { kind: 'reply', post: 'i-the-lie-that-matters', text: 'x' },
    ];
    for (const action of attempts) {
      const { status, body } = await setting.actShown(desk, run.id, action);
      expect([action, status, body.refused]).toEqual([action, 200, 'drill.unknown_target']);
    }
    const shown = await setting.events(desk, run.id);
    const card = shown.flatMap(({ body }) => (body.kind === 'inject' && body.card) || []).at(0)!;
    const right = card.options.find(({ label }) => label.en === 'tell')!;
    const decided = await setting.actShown(desk, run.id, decide(card.key, right.key));
    expect(decided.body.refused).toBeNull();
    const reply = await setting.actShown(desk, run.id, {
      kind: 'reply',
      post: textOf(shown, 'post 1'),
      text: 'We look into it.',
    });
    const log = await setting.log(run.id);
    expect(log.at(-2)!.action).toMatchObject({ card: 'trap', option: 'right-answer' });
    expect(log.at(-1)!.action).toMatchObject({ post: 'rumour-false' });
    const own = postsOf(await setting.events(desk, run.id)).find(
      ({ text }) => text.en === 'We look into it.',
    )!;
    expect([reply.body.post, own.replyTo]).toEqual([own.id, textOf(shown, 'post 1')]);
  });

  it('when a request with the names shown is repeated it should get the first answer, also after the end and from cold', async () => {
    const run = await running();
    const shown = await setting.events(desk, run.id);
    const [clientId, badId] = [randomUUID(), randomUUID()];
    const action = { kind: 'reply', post: textOf(shown, 'post 1'), text: 'x' };
    const bad = {
      kind: 'triage',
      post: action.post,
      class: 'noise',
      priority: 'low',
      duplicateOf: 'made-up',
      escalate: false,
    };
    const first = await setting.actShown(desk, run.id, action, clientId);
    const refused = await setting.actShown(desk, run.id, bad, badId);
    expect([first.body.refused, refused.body.refused]).toEqual([null, 'drill.unknown_target']);
    const again = async () => {
      expect((await setting.actShown(desk, run.id, action, clientId)).body).toEqual(first.body);
      expect((await setting.actShown(desk, run.id, bad, badId)).body).toEqual(refused.body);
      const other = { ...action, post: textOf(shown, 'post 2') };
      expect((await setting.actShown(desk, run.id, other, clientId)).body.code).toBe('drill.key_reused');
    };
    await again();
    setting.app.app.get(RunHosts).forget();
    await again();
    await setting.control(run.id, { kind: 'end' });
    await again();
  });

  it('numbers should have no gaps, whatever happens that is not for the player, and go on after a restart and in another process', async () => {
    const run = await running();
    const first = await setting.act(desk, run.id, message('lead'));
    const stream = await setting.stream(desk, run.id);
    const opened = (await setting.events(desk, run.id)).length;
    await stream.until(({ id }) => id === opened);
    for (let n = 0; n < 3; n++) {
      await setting.observe(setting.trainer, run.id, note('unseen'));
      await setting.control(run.id, { kind: 'hold', inject: 'e' });
      await setting.act(lead, run.id, { kind: 'set_threshold', measure: 'heat', level: 'red', value: 5 });
      await setting.control(run.id, { kind: 'release', inject: 'e' });
    }
    const second = await setting.act(desk, run.id, message('lead', 'after what is hidden'));
    expect([first.body.seq, second.body.seq]).toEqual([1, 2]);
    const live = await stream.until(({ id }) => id === opened + 1);
    stream.drop();
    expect(JSON.stringify(live.at(-1)!.data)).toContain('after what is hidden');
    await setting.pass(60);
    const all = await setting.events(desk, run.id);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, n) => n + 1));

    const twin = await setting.app.twin();
    await twin.listen(0, '127.0.0.1');
    const port = (twin.getHttpServer().address() as { port: number }).port;
    setting.app.app.get(RunHosts).forget();
    for (let after = 0; after < all.length; after += 7) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/drills/${run.id}/events?after=${after}`, {
        headers: { cookie: desk.cookie },
      });
      const { events } = (await answer.json()) as { events: DrillEvent[] };
      expect(events).toEqual(all.slice(after));
      const resumed = await setting.stream(desk, run.id, 0, { 'last-event-id': String(after) });
      const rest = (await resumed.until(({ id }) => id === all.length)).filter(({ id }) => id !== null);
      resumed.drop();
      expect(rest.map(({ data }) => data)).toEqual(all.slice(after));
    }
    await twin.close();
  });

  it('when a player names what is of another seat the answer should be that of what does not exist', async () => {
    const run = await running();
    const [chiefs, none] = [(await setting.veil(run.id)).card('go'), randomUUID()];
    const answers = [];
    for (const card of [chiefs, none])
      answers.push(await setting.actShown(desk, run.id, decide(card, randomUUID())));
    const letter = message('lead') as Extract<PlayerAction, { kind: 'message' }>;
    await setting.act(lead, run.id, { ...letter, to: ['chief'] });
    for (const what of [letter.message, randomUUID()])
      answers.push(await setting.actShown(desk, run.id, { kind: 'acknowledge', what }));
    const statement = randomUUID();
    await setting.act(lead, run.id, {
      kind: 'draft_statement',
      statement,
      strategy: 'inform',
      elements: ['what_happened'],
      outlets: ['microblog'],
      text: 'x',
    });
    for (const id of [statement, randomUUID()])
      for (const kind of ['publish_statement', 'submit_statement'] as const)
        answers.push(
          await setting.actShown(desk, run.id, {
            kind,
            statement: id,
            ...(kind !== 'submit_statement' && { version: 1 }),
          }),
        );
    for (const { body } of answers) expect(body.refused).toBe('drill.unknown_target');
  });

  it.each(['live', 'solo'])(
    'when a %s run is paused no action should count, and one sent again later should',
    async (mode) => {
      const solo = mode === 'solo';
      const runId: string = solo
        ? (await desk.client.post('/learn/drills/solo', { scenarioId: setting.document.id })).body.runId
        : (await running()).id;
      const leader = solo ? desk : setting.trainer;
      await setting.pass(30);
      await setting.control(runId, { kind: 'pause' }, leader);
      const before = await setting.log(runId);
      const clientId = randomUUID();
      const action = decide('trap', 'right-answer');
      const paused = await setting.act(desk, runId, action, clientId);
      expect([paused.status, paused.body.code]).toEqual([409, 'drill.paused']);
      expect(await setting.log(runId)).toEqual(before);
      await setting.control(runId, { kind: 'resume' }, leader);
      const later = await setting.act(desk, runId, action, clientId);
      expect([later.status, later.body.refused]).toEqual([200, null]);
      if (solo) await setting.control(runId, { kind: 'end' }, leader);
    },
  );
});
