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

  it('when the clock of the database is moved it should be followed once that was seen twice, also back', async () => {
    let database = 0;
    const query = jest.fn(async () => [{ ms: NOW + database }]);
    const clock = new SystemClock(() => NOW);
    const time = new DatabaseTime({ query } as unknown as Database, clock);
    const seen = async (moved: number) => {
      database = moved;
      await time.look(clock);
      return clock.now().getTime() - NOW;
    };
    await time.onModuleInit();
    time.onApplicationShutdown();
    expect([await seen(60_000), await seen(0), await seen(60_000)]).toEqual([0, 0, 0]);
    expect([await seen(60_100), await seen(60_000)]).toEqual([60_100, 60_100]);
    expect([await seen(-3_600_000), await seen(-3_600_000)]).toEqual([60_100, -3_600_000]);
  });

  it('when the database is away it should say so once, never ask twice at a time, and keep the clock', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const { clock, time, query } = setup(-30_000, new Error('away'));
    await time.look(clock);
    await time.look(clock);
    expect(warn).toHaveBeenCalledTimes(1);
    const waits = new Promise<never>(() => undefined);
    query.mockImplementation(() => waits);
    void time.look(clock);
    await time.look(clock);
    expect(query).toHaveBeenCalledTimes(3);
    expect(clock.behind).toBe(0);
    warn.mockRestore();
  });
});

describe('the clock of a process', () => {
  it('should never fall by what a clock is put right, and follow one that is set back by more', () => {
    let machine = NOW;
    const clock = new SystemClock(() => machine);
    const now = (moved: number) => {
      machine += moved;
      return clock.now().getTime() - NOW;
    };
    expect([now(0), now(1_000), now(-600), now(500), now(200)]).toEqual([0, 1_000, 1_000, 1_000, 1_100]);
    expect(now(-3_600_000)).toBe(1_100 - 3_600_000);
  });
});
