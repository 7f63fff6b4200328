import type { DrillAction, LogEntry } from '@readyroom/contract';
import { RunDriver } from '../testing/run-driver.js';

describe('who may do what', () => {
  it.each<[LogEntry['by'], DrillAction, string]>([
    ['seat:desk', { kind: 'fire', inject: 'help' }, 'drill.role_forbids'],
    ['evaluator', { kind: 'pause' }, 'drill.role_forbids'],
    ['seat:desk', { kind: 'note', text: 'x', objective: null }, 'drill.role_forbids'],
    ['control', { kind: 'open_plan' }, 'drill.role_forbids'],
    ['control', { kind: 'seat', seat: 'desk', played: false }, 'drill.role_forbids'],
    ['seat:nobody', { kind: 'open_plan' }, 'drill.not_your_seat'],
  ])('when %s sends %j it should be refused', (by, action, code) => {
    const run = RunDriver.started('desk').to(3);
    const before = run.events.length;
    expect(run.enter(3, by, action)).toBe(code);
    expect(run.since(before)).toEqual([]);
  });
});

describe('what the server notes', () => {
  it('a run should begin once, with every seat told', () => {
    const run = RunDriver.started('desk', 'somebody-else');
    expect(run.told('seat').map(({ seat, played, audience }) => [seat, played, audience])).toEqual([
      ['desk', true, 'all'],
      ['lead', false, 'all'],
      ['press', false, 'all'],
      ['chief', false, 'all'],
    ]);
    expect(run.enter(0, 'system', { kind: 'begin', mode: 'live', played: [] })).toBe('drill.already_done');
  });

  it('somebody may sit down or leave on the way', () => {
    const run = RunDriver.started('desk').to(3);
    expect(run.enter(3, 'system', { kind: 'seat', seat: 'chief', played: true })).toBeNull();
    expect(run.enter(3, 'system', { kind: 'seat', seat: 'chief', played: true })).toBe('drill.already_done');
    expect(run.enter(3, 'system', { kind: 'seat', seat: 'nobody', played: true })).toBe(
      'drill.unknown_target',
    );
    expect(
      run
        .to(26)
        .told('card_closed')
        .map(({ card, by }) => [card, by]),
    ).toEqual([
      ['go', 'time'],
      ['script', 'time'],
    ]);
  });

  it('a solo run should have its own length and pace', () => {
    const run = new RunDriver();
    run.enter(0, 'system', { kind: 'begin', mode: 'solo', played: ['desk'] });
    run.control(0, { kind: 'start' });
    run.to(500);
    expect(run.told('pace').map(({ rate }) => rate)).toEqual([6]);
    expect(run.events.at(-1)).toMatchObject({ at: 3_600, body: { kind: 'status', status: 'ended' } });
  });
});

describe('what evaluators note', () => {
  it('should be seen by staff alone and change nothing in the run', () => {
    const run = RunDriver.started('desk').to(3);
    const rate = { kind: 'rate', objective: 'speed', seat: 'desk', rating: 'P', note: 'quick' } as const;
    expect(run.enter(3, 'evaluator', rate)).toBeNull();
    expect(run.enter(3, 'control', { kind: 'note', text: 'calm', objective: 'care' })).toBeNull();
    expect(run.events.slice(-2)).toMatchObject([
      { audience: 'staff', body: { ...rate, kind: 'rated' } },
      { audience: 'staff', body: { kind: 'noted', text: 'calm', objective: 'care' } },
    ]);
    const untouched = RunDriver.started('desk').to(3);
    expect({ ...run.state, lastEventId: 0 }).toEqual({ ...untouched.state, lastEventId: 0 });
    expect(run.enter(3, 'evaluator', { ...rate, objective: 'no' })).toBe('drill.unknown_target');
    expect(run.enter(3, 'evaluator', { ...rate, seat: 'no' })).toBe('drill.unknown_target');
  });
});
