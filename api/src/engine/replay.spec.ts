import { DrillEvent, type LogEntry } from '@readyroom/contract';
import fc from 'fast-check';
import {
  advanceTo,
  applyEntry,
  beginRun,
  replay,
  scoreRun,
  stateHash,
  type EmittedEvent,
  type RunState,
} from './index.js';
import { randomLog } from './testing/random-log.js';
import { CANARY, stormScenario } from './testing/storm-scenario.js';

const inputs = { scenario: stormScenario(), seed: 7 };
const UNTIL = 6_000;
const seed = fc.integer({ min: 0, max: 4_294_967_295 });
const assertRuns = (check: (log: LogEntry[], seed: number, moments: number[]) => void, runs = 40): void =>
  fc.assert(
    fc.property(randomLog, seed, fc.array(fc.nat(UNTIL), { maxLength: 20 }), (log, own, moments) =>
      check(log, own, moments),
    ),
    { numRuns: runs },
  );

describe('a run', () => {
  it('should be the same whether it is replayed, or carried forward in steps of any size, or copied on the way', () => {
    assertRuns((log, own, moments) => {
      const whole = replay({ ...inputs, seed: own }, log, UNTIL);
      let state: RunState = beginRun({ ...inputs, seed: own });
      const events: EmittedEvent[] = [];
      for (const [n, entry] of log.entries()) {
        for (const moment of moments)
          if (moment <= entry.at && moment >= (log[n - 1]?.at ?? 0)) events.push(...advanceTo(state, moment));
        if (n % 7 === 3) state = structuredClone(state);
        events.push(...applyEntry(state, entry).events);
      }
      for (const moment of moments.toSorted((a, b) => a - b))
        if (moment >= log.at(-1)!.at) events.push(...advanceTo(state, moment));
      events.push(...advanceTo(state, UNTIL));
      expect(events).toEqual(whole.events);
      expect(stateHash(state)).toBe(stateHash(whole.state));
    });
  });

  it('should come out the same again, and otherwise with another seed', () => {
    assertRuns((log, own) => {
      const hash = (of: number) => stateHash(replay({ ...inputs, seed: of }, log, UNTIL).state);
      expect(hash(own)).toBe(hash(own));
      expect(hash(own)).not.toBe(hash((own + 1) % 4_294_967_296));
    }, 10);
  });

  it('what comes later should change nothing that was shown before', () => {
    assertRuns((log, own, [cut = 0]) => {
      const before = log.filter(({ at }) => at <= cut);
      const { events } = replay({ ...inputs, seed: own }, before, cut);
      const whole = replay({ ...inputs, seed: own }, log, UNTIL).events;
      expect(whole.slice(0, events.length)).toEqual(events);
    });
  });

  it('ids should grow by one, time should never fall, and every event have the shape of the contract', () => {
    assertRuns((log, own) => {
      const { events } = replay({ ...inputs, seed: own }, log, UNTIL);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, n) => n + 1));
      expect(events.every(({ at }, n) => n === 0 || at >= events[n - 1]!.at)).toBe(true);
      for (const { audience: _, ...event } of events) expect(DrillEvent.parse(event)).toEqual(event);
    }, 20);
  });

  it('what is hidden should be in no event for players', () => {
    assertRuns((log, own) => {
      const { events, state } = replay({ ...inputs, seed: own }, log, UNTIL);
      const seen = JSON.stringify(events.filter(({ audience }) => audience !== 'staff'));
      expect(JSON.stringify(state)).toContain(CANARY);
      for (const word of [CANARY, 'veracity', 'quality', 'stance', '"truth"', 'attribution'])
        expect(seen).not.toContain(word);
    });
  });

  it('a list of seats should name who is in the cast, each once, and nobody else', () => {
    const cast = inputs.scenario.seats.map(({ key }) => key);
    assertRuns((log, own) => {
      for (const { audience } of replay({ ...inputs, seed: own }, log, UNTIL).events)
        if (typeof audience !== 'string') {
          expect(audience.length).toBeGreaterThan(0);
          expect(audience).toEqual(cast.filter((key) => audience.includes(key)));
        }
    }, 20);
  });

  it('a refused action should change nothing and show nothing', () => {
    assertRuns((log, own) => {
      const state = beginRun({ ...inputs, seed: own });
      for (const entry of log) {
        advanceTo(state, entry.at);
        const before = stateHash(state);
        const { refused, events } = applyEntry(state, entry);
        if (refused === null) continue;
        expect(events).toEqual([]);
        expect(stateHash(state)).toBe(before);
      }
    }, 12);
  });

  it('should be scored whatever was done in it', () => {
    assertRuns((log, own) => {
      const { events, state } = replay({ ...inputs, seed: own }, log, Infinity);
      const score = scoreRun({ scenario: inputs.scenario, log, events, truths: state.truths });
      for (const { value, unit } of score.metrics)
        if (unit === 'share' && value !== null) expect(value >= 0 && value <= 1).toBe(true);
    }, 10);
  });
});

describe('time', () => {
  it('when an entry comes with an earlier time it should be taken where the run stands', () => {
    const log: LogEntry[] = [
      { seq: 1, at: 0, by: 'system', action: { kind: 'begin', mode: 'live', played: ['desk'] } },
      { seq: 2, at: 0, by: 'control', action: { kind: 'start' } },
      { seq: 3, at: 600, by: 'seat:desk', action: { kind: 'raise_alert', level: 'blue', reason: 'x' } },
      { seq: 4, at: 30, by: 'seat:desk', action: { kind: 'raise_alert', level: 'red', reason: 'x' } },
    ];
    const alerts = replay(inputs, log, 700).events.filter(({ body }) => body.kind === 'alert');
    expect(alerts.map(({ at }) => at)).toEqual([600, 600]);
  });

  it('entries after the moment asked for should be left out', () => {
    const log: LogEntry[] = [
      { seq: 1, at: 0, by: 'system', action: { kind: 'begin', mode: 'live', played: [] } },
      { seq: 2, at: 0, by: 'control', action: { kind: 'start' } },
      { seq: 3, at: 600, by: 'control', action: { kind: 'end' } },
    ];
    expect(replay(inputs, log, 599).state).toMatchObject({ stage: 'running', minute: 10, at: 599 });
    expect(replay(inputs, log, 600).state.stage).toBe('ended');
  });
});
