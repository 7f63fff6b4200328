import { ALERT_LEVELS, MEASURES, STRATEGIES, TRIAGE_CLASSES, TRIAGE_PRIORITIES } from '@readyroom/contract';
import type { DrillAction, LogEntry } from '@readyroom/contract';
import fc from 'fast-check';
import { uuid } from './run-driver.js';

const SEATS = ['desk', 'lead', 'press', 'chief'];
const INJECTS = [
  'call',
  'ask',
  'ask-desk',
  'nudge',
  'quiet',
  'told',
  'close',
  'help',
  'rumour',
  'constructor',
];

const seat = fc.constantFrom(...SEATS);
const seats = fc.uniqueArray(seat, { minLength: 1, maxLength: 3 });
const id = fc.integer({ min: 1, max: 4 }).map(uuid);
const version = fc.integer({ min: 1, max: 3 });
const post = fc.oneof(
  fc.integer({ min: 1, max: 13 }).map((n) => `p${n}`),
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 3 })).map(([minute, n]) => `g${minute}-${n}`),
  fc.constantFrom('i-spark', 'r-5', 'constructor'),
);
const inject = fc.constantFrom(...INJECTS);
const level = fc.constantFrom(...ALERT_LEVELS);
const text = fc.constant('words');
const flag = fc.boolean();

const kind = <K extends string, T extends object>(name: K, rest: { [P in keyof T]: fc.Arbitrary<T[P]> }) =>
  fc.record({ kind: fc.constant(name), ...rest }) as unknown as fc.Arbitrary<DrillAction>;

const ofPlayers = fc.oneof(
  kind('acknowledge', { what: fc.oneof(inject, id) }),
  kind('decide', {
    card: fc.constantFrom('go', 'script', 'none'),
    option: fc.constantFrom('tell', 'ask', 'wait', 'known'),
    confidence: fc.constant(50),
    rationale: fc.constant(''),
  }),
  kind('draft_statement', {
    statement: id,
    strategy: fc.constantFrom(...STRATEGIES),
    elements: fc.constantFrom([], ['what_happened', 'evidence']),
    outlets: fc.constantFrom(['microblog'], ['official_site', 'microblog']),
    text,
  }),
  kind('submit_statement', { statement: id }),
  kind('approve_statement', { statement: id, version }),
  kind('return_statement', { statement: id, version, reason: text }),
  kind('publish_statement', { statement: id, version }),
  kind('reply', { post, text }),
  kind('message', { message: id, to: seats, text, about: fc.oneof(post, inject) }),
  kind('notify', { clock: fc.constantFrom('report', 'none'), text }),
  kind('contact', { partner: fc.constantFrom('lab', 'none'), text }),
  kind('triage', {
    post,
    class: fc.constantFrom(...TRIAGE_CLASSES),
    priority: fc.constantFrom(...TRIAGE_PRIORITIES),
    duplicateOf: fc.option(post),
    escalate: flag,
  }),
  kind('set_threshold', { measure: fc.constantFrom(...MEASURES), level, value: fc.nat(300) }),
  kind('raise_alert', { level, reason: text }),
  kind('file_sitrep', { sitrep: id, to: seats, posts: fc.array(post, { maxLength: 3 }), text }),
  kind('open_plan', {}),
);

const ofControl = fc.oneof(
  kind('pause', {}),
  kind('resume', {}),
  kind('set_rate', { rate: fc.constant(30) }),
  kind('jump', { toMinute: fc.integer({ min: 1, max: 90 }) }),
  kind('hold', { inject }),
  kind('release', { inject }),
  kind('skip', { inject }),
  kind('fire', { inject }),
  kind('quick_inject', { inject: id, to: fc.oneof(fc.constant('feed'), seats), text }),
  kind('enter_phase', { phase: fc.constantFrom('rise', 'peak', 'fall', 'none') }),
);

const step = fc.record({
  at: fc.integer({ min: 0, max: 5_400 }),
  what: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(
        seat.map((key) => `seat:${key}` as const),
        ofPlayers,
      ),
    },
    { weight: 2, arbitrary: fc.tuple(fc.constant('control' as const), ofControl) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constant('system' as const), kind('seat', { seat, played: flag })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constant('evaluator' as const),
        kind('note', { text, objective: fc.constantFrom(null, 'speed', 'none') }),
      ),
    },
  ),
});

/** Logs of a run of `stormScenario`, with sense and nonsense in them, in the order of time. */
export const randomLog: fc.Arbitrary<LogEntry[]> = fc
  .record({ played: fc.subarray(SEATS), steps: fc.array(step, { maxLength: 60 }) })
  .map(({ played, steps }) => [
    {
      seq: 1,
      at: 0,
      by: 'system' as const,
      action: { kind: 'begin' as const, mode: 'live' as const, played },
    },
    { seq: 2, at: 0, by: 'control' as const, action: { kind: 'start' as const } },
    ...steps
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, what: [by, action] }, n) => ({ seq: n + 3, at, by, action })),
  ]);
