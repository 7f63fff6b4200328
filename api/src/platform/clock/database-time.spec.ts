import { Logger } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { Clock, SystemClock } from './clock.js';
import { DatabaseTime } from './database-time.js';

const NOW = Date.parse('2026-03-02T01:00:00Z');

/** A machine and a database whose clocks are so far apart, and whose answers take so long. */
function setup(machine: number, database: number | Error, takes = 0) {
  let passed = 0;
  const query = jest.fn(async () => {
    passed += takes;
    if (database instanceof Error) throw database;
    return [{ ms: NOW + database + passed / 2 }];
  });
  const clock = new SystemClock(() => NOW + machine + passed);
  const time = new DatabaseTime({ query } as unknown as Database, clock);
  return { clock, time, query, passed: () => passed };
}

describe('the time of the database', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it.each([
    ['behind', -300_000, 0],
    ['ahead', 300_000, 0],
    ['behind by a slow line', -3_600_000, 400],
  ])('when the machine is %s it should be followed', async (_, machine, takes) => {
    const { clock, time, passed } = setup(machine, 0, takes);
    await time.onModuleInit();
    time.onApplicationShutdown();
    expect(clock.now().getTime()).toBe(NOW + passed());
  });

  it.each([
    ['the clocks differ by less than the way there and back', -400, 0, 0],
    ['the answer took too long to tell', -30_000, 0, 600],
    ['there is no answer', -30_000, new Error('away'), 0],
  ])('when %s it should leave the clock', async (_, machine, database, takes) => {
    const { clock, time, passed } = setup(machine, database, takes);
    await time.onModuleInit();
    time.onApplicationShutdown();
    expect(clock.now().getTime()).toBe(NOW + machine + passed());
  });

  it('when the clock is set by hand it should not be touched', async () => {
    const { query } = setup(0, 0);
    class ByHand extends Clock {
      now = () => new Date(NOW);
    }
    const time = new DatabaseTime({ query } as unknown as Database, new ByHand());
    await time.onModuleInit();
    time.onApplicationShutdown();
    expect(query).not.toHaveBeenCalled();
  });
});
