import { stormScenario } from '../../engine/testing/storm-scenario.js';
import { Complaint } from './complaint.js';
import { logOf } from './log-of.js';
import { readChange } from './read-change.js';
import { idOf, readScript } from './read-script.js';

const scenario = stormScenario();
const script = (text: string) => readScript(text, scenario);

describe('readScript', () => {
  it('should read who does what at which minute, and turn words into ids', () => {
    expect(
      script(`
        - { at: 2.5, by: desk, kind: message, message: first, to: [lead], text: 看这里, about: p1 }
        - { at: 3, by: lead, kind: acknowledge, what: first }
        - { at: 3, by: lead, kind: acknowledge, what: call }
        - { at: 4, by: control, kind: pause }
        - { at: 4, by: evaluator, kind: note, text: calm, objective: null }
      `),
    ).toEqual([
      {
        at: 2.5,
        by: 'seat:desk',
        action: { kind: 'message', message: idOf('first'), to: ['lead'], text: '看这里', about: 'p1' },
      },
      { at: 3, by: 'seat:lead', action: { kind: 'acknowledge', what: idOf('first') } },
      { at: 3, by: 'seat:lead', action: { kind: 'acknowledge', what: 'call' } },
      { at: 4, by: 'control', action: { kind: 'pause' } },
      { at: 4, by: 'evaluator', action: { kind: 'note', text: 'calm', objective: null } },
    ]);
  });

  it('should leave ids alone that are ids', () => {
    const id = '0191b2c3-1111-7abc-8def-000000000001';
    expect(idOf(id)).toBe(id);
    expect(idOf('first')).not.toBe(idOf('second'));
  });

  it.each([
    ['- {', /^The script is not YAML/],
    ['at: 1', 'The script must be a list of actions'],
    ['- 7', 'Action 1 must have “at”, “by” and “kind”'],
    ['- { at: soon, by: desk, kind: open_plan }', 'Action 1: “at” must be a minute from 0 to 4320'],
    [
      '- { at: 1, by: cook, kind: open_plan }',
      /^Action 1: “by” must be one of desk, lead, press, chief, control/,
    ],
    ['- { at: 1, by: desk, kind: dance }', /^Action 1: “kind”/],
    ['- { at: 1, by: desk, kind: pause }', /^Action 1: “kind”/],
    ['- { at: 1, by: desk, kind: notify, text: x }', /^Action 1: “clock”/],
    ['- { at: 1, by: desk, kind: open_plan, loud: true }', /^Action 1: .*loud/],
    [
      '- { at: 5, by: desk, kind: open_plan }\n- { at: 4, by: desk, kind: open_plan }',
      /^Action 2 comes before the one above it/,
    ],
  ])('when it is “%s” it should say what is wrong in one sentence', (text, message) => {
    expect(() => script(text)).toThrow(Complaint);
    expect(() => script(text)).toThrow(message);
    expect(() => script(text)).not.toThrow(/\n/);
  });
});

describe('logOf', () => {
  it('should begin and start the run, with the seats played that act', () => {
    const lines = script('- { at: 2.5, by: desk, kind: open_plan }\n- { at: 9, by: desk, kind: open_plan }');
    expect(logOf(lines, { played: null, solo: false })).toEqual([
      { seq: 1, at: 0, by: 'system', action: { kind: 'begin', mode: 'live', played: ['desk'] } },
      { seq: 2, at: 0, by: 'control', action: { kind: 'start' } },
      { seq: 3, at: 150, by: 'seat:desk', action: { kind: 'open_plan' } },
      { seq: 4, at: 540, by: 'seat:desk', action: { kind: 'open_plan' } },
    ]);
    expect(logOf([], { played: ['lead'], solo: true })[0]!.action).toEqual({
      kind: 'begin',
      mode: 'solo',
      played: ['lead'],
    });
  });
});

describe('readChange', () => {
  const lines = script('- { at: 20, by: desk, kind: raise_alert, level: blue, reason: x }');
  const change = (text: string) => readChange(text, lines, scenario).change;

  it.each([
    ['1=drop', { drop: 3 }],
    ['1=+30', { move: 3, toMinute: 50 }],
    ['1=-5', { move: 3, toMinute: 15 }],
    ['1=@5', { move: 3, toMinute: 5 }],
    [
      '1={kind: raise_alert, level: red, reason: y}',
      { replace: 3, action: { kind: 'raise_alert', level: 'red', reason: 'y' } },
    ],
  ])('should read %s', (text, expected) => {
    expect(change(text)).toEqual(expected);
  });

  it.each([
    ['drop', /is not readable/],
    ['1=later', /is not readable/],
    ['2=drop', /has no action 2/],
    ['1=-21', /before the start/],
    ['1={kind: dance}', /^Action 1: “kind”/],
    ['1={kind: [}', /is not readable/],
  ])('when it is %s it should say what is wrong', (text, message) => {
    expect(() => change(text)).toThrow(Complaint);
    expect(() => change(text)).toThrow(message);
  });
});
