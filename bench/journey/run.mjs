import { cpuSeconds } from '../lib/cpu.mjs';
import { closedLoop, median, percentile } from '../lib/statistics.mjs';
import { benchPostgres, productDatabase, startProduct, startServer } from '../lib/server.mjs';
import { clientFor, journey } from './journey.mjs';
import { seedLearners } from './seed.mjs';

const WIDTH = 8;
const WARM_UP = 150;
const JOURNEYS = 300;
const ROUNDS = 3;

/** Product and floor take turns, on databases cloned from the same one, so that both meet the same machine. */
export async function benchJourney() {
  const postgres = await benchPostgres();
  const contenders = {};
  try {
    await productDatabase(postgres, 'seeded');
    const people = 2 * (WARM_UP + ROUNDS * JOURNEYS) + 100;
    const seed = await seedLearners(postgres.at('seeded'), people);
    contenders.product = await startProduct(await postgres.create('product', 'seeded'));
    contenders.floor = await startServer(
      ['bench/journey/floor.mjs'],
      { DATABASE_URL: await postgres.create('floor', 'seeded') },
      '/api/health',
    );
    const next = { product: 0, floor: 0 };
    const run = async (name, count, signIn) => {
      const { port, pid } = contenders[name];
      const client = clientFor(port, WIDTH);
      const ms = [];
      const from = next[name];
      next[name] += count;
      const cpu = cpuSeconds(pid, postgres.pid);
      const began = performance.now();
      await closedLoop(count, WIDTH, (i) => journey(client, seed, from + i, { signIn, ms }));
      const seconds = (performance.now() - began) / 1000;
      client.close();
      return {
        perSecond: count / seconds,
        cpuPer1000: ((cpuSeconds(pid, postgres.pid) - cpu) / count) * 1000,
        p50: percentile(ms, 0.5),
        p99: percentile(ms, 0.99),
      };
    };

    for (const name of ['product', 'floor']) await run(name, WARM_UP, false);
    const statements = {};
    for (const name of ['product', 'floor']) {
      await postgres.resetStatements();
      await run(name, 20, true);
      statements[name] = (await postgres.statements(name)) / 20;
    }
    const results = [];
    for (const signIn of [false, true]) {
      const rounds = { product: [], floor: [] };
      for (let round = 0; round < ROUNDS; round++)
        for (const name of ['product', 'floor']) rounds[name].push(await run(name, JOURNEYS, signIn));
      const middle = (name, key) => median(rounds[name].map((round) => round[key]));
      for (const name of ['product', 'floor'])
        results.push({
          journey: signIn ? 'with argon2id sign-in' : 'signed in beforehand',
          contender: name,
          ...Object.fromEntries(
            ['perSecond', 'p50', 'p99', 'cpuPer1000'].map((key) => [key, middle(name, key)]),
          ),
        });
      results.push({
        journey: signIn ? 'with argon2id sign-in' : 'signed in beforehand',
        contender: 'ratio',
        perSecond: middle('product', 'perSecond') / middle('floor', 'perSecond'),
      });
    }
    return { results, statements };
  } finally {
    for (const { stop } of Object.values(contenders)) await stop();
    await postgres.stop();
  }
}
