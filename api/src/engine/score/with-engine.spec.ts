import type { LogEntry, PlayerAction } from '@readyroom/contract';
import { replay } from '../replay.js';
import { scoreRun } from './score-run.js';
import { lineOf } from './testing/run-sketch.js';
import { tinyScenario } from './testing/tiny-scenario.js';

const S1 = '11111111-1111-4111-8111-111111111111';
const M1 = '22222222-2222-4222-8222-222222222222';
const R1 = '33333333-3333-4333-8333-333333333333';

/** A run of the real engine: everything that players did, twice, so that every second time is refused or repeated. */
function played() {
  const scenario = tinyScenario();
  const log: LogEntry[] = [];
  const put = (at: number, by: LogEntry['by'], action: LogEntry['action']): void => {
    log.push({ seq: log.length + 1, at, by, action });
  };
  const act = (minute: number, seat: string, action: PlayerAction): void =>
    put(minute * 60 + 10, `seat:${seat}`, action);
  put(0, 'system', { kind: 'begin', mode: 'live', played: ['desk', 'lead', 'chief'] });
  put(0, 'control', { kind: 'start' });
  act(3, 'desk', { kind: 'acknowledge', what: 'call' });
  act(3, 'desk', { kind: 'acknowledge', what: 'call' });
  act(4, 'desk', {
    kind: 'triage',
    post: 'p1',
    class: 'noise',
    priority: 'low',
    duplicateOf: null,
    escalate: false,
  });
  act(5, 'desk', { kind: 'message', message: M1, to: ['lead'], text: 'look', about: 'p1' });
  act(6, 'lead', { kind: 'acknowledge', what: M1 });
  act(7, 'chief', { kind: 'decide', card: 'go', option: 'tell', confidence: 90, rationale: '' });
  act(7, 'chief', { kind: 'decide', card: 'go', option: 'wait', confidence: 90, rationale: '' });
  act(8, 'lead', {
    kind: 'draft_statement',
    statement: S1,
    strategy: 'rebuild',
    elements: ['what_happened', 'who_is_affected', 'what_we_do', 'next_update'],
    outlets: ['microblog'],
    text: 'text',
  });
  act(9, 'lead', { kind: 'submit_statement', statement: S1 });
  act(11, 'chief', { kind: 'approve_statement', statement: S1, version: 1 });
  act(12, 'chief', { kind: 'publish_statement', statement: S1, version: 1 });
  act(12, 'chief', { kind: 'publish_statement', statement: S1, version: 1 });
  act(13, 'lead', { kind: 'notify', clock: 'report', text: 'text' });
  act(13, 'lead', { kind: 'notify', clock: 'report', text: 'text' });
  act(14, 'desk', { kind: 'file_sitrep', sitrep: R1, to: ['lead'], posts: ['p1'], text: 'text' });
  act(15, 'lead', { kind: 'raise_alert', level: 'blue', reason: 'text' });
  act(15, 'desk', { kind: 'set_threshold', measure: 'heat', level: 'blue', value: 5 });
  act(16, 'desk', { kind: 'reply', post: 'p1', text: 'text' });
  put(17 * 60, 'evaluator', { kind: 'rate', objective: 'care', seat: null, rating: 'S', note: '' });
  put(120 * 60, 'control', { kind: 'end' });
  const { state, events, refusals } = replay({ scenario, seed: 7 }, log, 120 * 60);
  return { score: scoreRun({ scenario, log, events, truths: state.truths }), log, refusals };
}

describe('scores of a run of the engine', () => {
  const { score, log, refusals } = played();
  const seqOf = (kind: string): number => log.find((e) => e.action.kind === kind)!.seq;
  const line = (...of: [Parameters<typeof lineOf>[1], (string | null)?, (string | null)?]) =>
    lineOf(score, ...of);

  it('refused the second of each pair, and the scores know', () => {
    expect(refusals.map((r) => log[r.seq - 1]!.action.kind)).toEqual([
      'acknowledge',
      'decide',
      'publish_statement',
      'notify',
    ]);
    const resting = [...score.metrics, ...score.objectives].flatMap((m) => m.evidence);
    expect(resting.filter((seq) => refusals.some((r) => r.seq === seq))).toEqual([]);
  });

  it('finds every action that counted', () => {
    // Injects come in minute 1; entries ten seconds into their minute.
    expect(line('time_to_acknowledge', 'desk')).toMatchObject({
      value: 2.1667,
      evidence: [seqOf('acknowledge')],
    });
    expect(line('hand_off_latency', null, 'up')).toMatchObject({ value: 1, count: 1 });
    expect(line('time_to_escalate', 'desk', 'call')).toMatchObject({ value: 4.1667, met: true });
    expect(line('triage_accuracy')).toMatchObject({ value: 1, evidence: [seqOf('triage')] });
    expect(line('decision_quality', 'chief', 'strong')).toMatchObject({
      count: 1,
      of: 3,
      evidence: [seqOf('decide')],
    });
    expect(line('decision_quality', 'chief', 'expired')).toMatchObject({ count: 2, of: 3 });
    expect(line('approval_minutes', 'chief')).toMatchObject({
      value: 2,
      evidence: [seqOf('approve_statement')],
    });
    expect(line('time_to_first_statement')).toMatchObject({
      met: true,
      evidence: [seqOf('publish_statement')],
    });
    expect(line('golden_window', null, 'full_account')).toMatchObject({ met: true });
    expect(line('statement_versions')).toMatchObject({ value: 1 });
    expect(line('time_to_notify', 'lead', 'report')).toMatchObject({ value: 13.1667, met: true });
    expect(line('clocks_met')).toMatchObject({ value: 1, evidence: [seqOf('notify')] });
    expect(line('expected_actions_met')).toMatchObject({ value: 1, count: 4, of: 4 });
    expect(score.objectives.map((o) => o.final)).toEqual(['P', 'P', 'S']);
  });
});
