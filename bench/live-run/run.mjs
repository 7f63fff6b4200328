import { randomUUID } from 'node:crypto';
import { Client } from '../lib/http-client.mjs';
import { benchPostgres, freePort, productDatabase, startServer } from '../lib/server.mjs';
import { percentile } from '../lib/statistics.mjs';
import { Phone } from './phone.mjs';
import { roundRobin } from './proxy.mjs';
import { cookieOf, recorded, seedPeople } from './seed.mjs';

const PEOPLE = 500;
const INJECTS = 20;
const BURST_AT_ONCE = 250;

/** One API process, then two behind a balancer; each on a database of its own that was seeded alike. */
export async function benchLiveRun() {
  const postgres = await benchPostgres();
  try {
    await productDatabase(postgres, 'drills');
    const seed = await seedPeople(postgres.at('drills'), PEOPLE);
    const results = [];
    for (const processes of [1, 2]) {
      const url = await postgres.create(`drills_${processes}`, 'drills');
      results.push(await liveRun(url, seed, processes));
    }
    return results;
  } finally {
    await postgres.stop();
  }
}

const startApi = async (url, port) =>
  startServer(
    ['api/dist/main.js'],
    { DATABASE_URL: url, PORT: String(port ?? (await freePort())) },
    '/api/health',
  );

async function liveRun(url, seed, processes) {
  const apis = [];
  for (let i = 0; i < processes; i++) apis.push(await startApi(url));
  const proxy = processes > 1 ? await roundRobin(apis.map(({ port }) => port)) : null;
  const port = proxy?.port ?? apis[0].port;
  const client = new Client(port, BURST_AT_ONCE);
  const phones = [];
  try {
    const { runId, seats } = await openRun(client, seed);
    const began = performance.now();
    for (let i = 1; i <= PEOPLE; i++)
      phones.push(new Phone(port, `/api/drills/${runId}/stream`, cookieOf(i)));
    await Promise.all(phones.map((phone) => phone.open()));
    const opened = performance.now() - began;
    await control(client, runId, { kind: 'start' });

    const shown = await injectToPhones(client, runId, phones);
    const decisions = await burst(client, runId, seed.scenario);
    const lost = await killed(url, apis, phones, client, runId, seats);
    await settled(phones);
    const { gaps, repeats } = await heard(client, runId, phones);
    const inLog = await recorded(url, runId);
    const sent = [...decisions.answered, ...lost.sent];
    return {
      processes,
      'streams opened (ms)': opened,
      'inject shown p50 (ms)': percentile(shown, 0.5),
      'inject shown p95 (ms)': percentile(shown, 0.95),
      '500 decisions answered (ms)': decisions.ms,
      'API answers again after kill -9 (ms)': lost.away,
      'answered before kill -9': lost.answered.length,
      'answered, not recorded': [...decisions.answered, ...lost.answered].filter((id) => !inLog.includes(id))
        .length,
      'sent, not recorded after repeating': sent.filter((id) => !inLog.includes(id)).length,
      'recorded twice': inLog.length - new Set(inLog).size,
      'stream resumed p95 (ms)': percentile(lost.resumed, 0.95),
      'stream resumed, slowest (ms)': Math.max(...lost.resumed),
      'events missing': gaps,
      'events repeated': repeats,
    };
  } finally {
    for (const phone of phones) phone.stop();
    client.close();
    await proxy?.stop();
    for (const { stop } of apis) await stop();
  }
}

async function expecting(status, answer) {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`${got} ${JSON.stringify(body)}`);
  return body;
}

async function openRun(client, { people, scenario }) {
  const seats = scenario.document.seats.map(({ key }) => key);
  const participants = people
    .slice(1)
    .map((personId, i) => ({ personId, role: 'player', seat: seats[i % seats.length] }));
  const run = await expecting(
    201,
    client.request('POST', '/api/drill-runs', {
      cookie: cookieOf(0),
      body: { scenarioId: scenario.id, seed: 7, participants },
    }),
  );
  return { runId: run.id, seats };
}

const control = (client, runId, action) =>
  expecting(
    200,
    client.request('POST', `/api/drills/${runId}/control`, {
      cookie: cookieOf(0),
      body: { clientId: randomUUID(), action },
    }),
  );

/** Milliseconds from sending an inject until each phone has it. */
async function injectToPhones(client, runId, phones) {
  const ms = [];
  for (let i = 0; i < INJECTS; i++) {
    const text = `inject ${randomUUID()}`;
    for (const phone of phones) phone.watched = [text];
    const sent = performance.now();
    await control(client, runId, { kind: 'quick_inject', inject: randomUUID(), to: 'feed', text });
    await until(() => phones.every((phone) => phone.seen.has(text)), 10_000);
    for (const phone of phones) ms.push((phone.seen.get(text) ?? sent + 10_000) - sent);
  }
  return ms;
}

const messageOf = (seats, i) => ({
  kind: 'message',
  message: randomUUID(),
  to: [seats[(i + 1) % seats.length]],
  text: `message of ${i}`,
});

/** Everybody decides at once: of a card that is theirs and open the first counts, and all belong into the log. */
async function burst(client, runId, { document }) {
  const { card } = document.items.find((item) => item.card);
  const action = {
    kind: 'decide',
    card: card.key,
    option: card.options[0].key,
    confidence: 80,
    rationale: 'bench',
  };
  const began = performance.now();
  const answered = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const clientId = randomUUID();
      await expecting(200, send(client, runId, i + 1, clientId, action));
      return clientId;
    }),
  );
  return { ms: performance.now() - began, answered };
}

const send = (client, runId, person, clientId, action) =>
  client.request('POST', `/api/drills/${runId}/actions`, {
    cookie: cookieOf(person),
    body: { clientId, action },
  });

/** Kills one API process in the middle of a burst; who got no answer repeats the request under the same name. */
async function killed(url, apis, phones, client, runId, seats) {
  const victim = apis[0];
  const answered = [];
  const sent = [];
  let killedAt = 0;
  const one = async (i) => {
    const clientId = randomUUID();
    const action = messageOf(seats, i);
    sent.push(clientId);
    for (;;) {
      const answer = await send(client, runId, i + 1, clientId, action).catch(() => null);
      if (answer?.status === 200) {
        if (!killedAt) answered.push(clientId);
        return;
      }
      await pause(200);
    }
  };
  const all = Promise.all(Array.from({ length: PEOPLE }, (_, i) => one(i)));
  await until(() => answered.length >= PEOPLE / 4, 10_000);
  killedAt = performance.now();
  process.kill(victim.pid, 'SIGKILL');
  let back = killedAt;
  if (apis.length === 1) {
    apis[0] = await startApi(url, victim.port);
    back = performance.now();
  }
  await all;
  await until(() => phones.every((phone) => phone.connected), 20_000);
  return {
    answered,
    sent,
    away: back - killedAt,
    resumed: phones
      .filter(({ resumedAt }) => resumedAt > killedAt)
      .map(({ resumedAt }) => Math.max(0, resumedAt - back)),
  };
}

/** Until no phone has heard anything new for a moment. */
async function settled(phones) {
  for (let before = -1; ;) {
    const now = phones.reduce((sum, { ids }) => sum + ids.length, 0);
    if (now === before) return;
    before = now;
    await pause(1_500);
  }
}

/** What phones have missed or heard twice, against what the API lists for them. */
async function heard(client, runId, phones) {
  let gaps = 0;
  let repeats = 0;
  for (const [i, phone] of phones.entries()) {
    // The run goes on while we ask: only what was heard by now is compared.
    const ids = [...phone.ids];
    const last = Math.max(...ids);
    const got = new Set(ids);
    repeats += ids.length - got.size;
    for (let after = 0; ;) {
      const { body } = await client.request('GET', `/api/drills/${runId}/events?after=${after}`, {
        cookie: cookieOf(i + 1),
      });
      gaps += body.events.filter(({ id }) => id <= last && !got.has(id)).length;
      if (body.events.length === 0) break;
      after = body.events.at(-1).id;
    }
  }
  return { gaps, repeats };
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(holds, ms) {
  const limit = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > limit) return;
    await pause(5);
  }
}
