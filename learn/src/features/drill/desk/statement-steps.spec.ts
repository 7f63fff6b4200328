import type { DrillStage, Tier } from '@readyroom/contract';
import { stepsFor, stepTaken, waitingStatements, type StatementRecord } from './statement-steps.js';

const text = { zh: '话', en: 'word' };
const seat = (key: string, tier: Tier, approvers: string[], mayPublish: boolean) => ({
  key,
  tier,
  approvers,
  mayPublish,
  title: text,
  department: text,
});
const SEATS: DrillStage['seats'] = [
  seat('ceo', 'executive', [], true),
  seat('pr', 'manager', ['legal', 'ceo'], false),
  seat('legal', 'manager', [], false),
  seat('press', 'manager', ['legal'], true),
];
const record = (
  state: StatementRecord['state'],
  by: string,
  waitingFor: string | null = null,
): StatementRecord => ({
  id: 1,
  at: 0,
  statement: 's',
  version: 1,
  state,
  by,
  waitingFor,
  strategy: 'inform',
  elements: [],
  outlets: ['microblog'],
  text,
  corrects: null,
  reason: null,
});
const draft = (by: string) => record('draft', by);

describe('stepsFor', () => {
  it('when it is a draft only its author should go on with it', () => {
    expect(stepsFor([draft('pr')], 'pr', SEATS)).toEqual(['edit', 'submit']);
    expect(stepsFor([draft('pr')], 'legal', SEATS)).toEqual([]);
  });
  it('when the author needs nobody it should go out at once', () =>
    expect(stepsFor([draft('ceo')], 'ceo', SEATS)).toEqual(['edit', 'publish']));
  it('when it waits only the approver whose turn it is should answer', () => {
    const records = [draft('pr'), record('submitted', 'pr', 'legal')];
    expect(stepsFor(records, 'legal', SEATS)).toEqual(['approve', 'return']);
    expect(stepsFor(records, 'ceo', SEATS)).toEqual([]);
    expect(stepsFor(records, 'pr', SEATS)).toEqual(['edit']);
  });
  it('when it is approved the author or the last approver should publish, as far as they may', () => {
    const byPr = [draft('pr'), record('approved', 'ceo')];
    expect(stepsFor(byPr, 'ceo', SEATS)).toEqual(['publish']);
    expect(stepsFor(byPr, 'pr', SEATS)).toEqual(['edit']);
    expect(stepsFor([draft('press'), record('approved', 'legal')], 'press', SEATS)).toEqual([
      'publish',
      'edit',
    ]);
  });
  it('when neither may publish whoever else may should', () => {
    const legal = [draft('legal'), record('approved', 'legal')];
    expect(stepsFor(legal, 'ceo', SEATS)).toEqual(['publish']);
  });
  it('when it is public it should only be corrected, by those it belongs to', () => {
    expect(stepsFor([draft('pr'), record('published', 'ceo')], 'pr', SEATS)).toEqual(['correct']);
    expect(stepsFor([record('published', 'ceo')], 'legal', SEATS)).toEqual([]);
    expect(stepsFor([record('corrected', 'ceo')], 'ceo', SEATS)).toEqual([]);
  });
  it('should give nothing to whoever only looks on', () =>
    expect(stepsFor([draft('pr')], null, SEATS)).toEqual([]));
});

describe('waitingStatements', () => {
  const waitingFor = (seat: string | null, ...records: StatementRecord[]) =>
    waitingStatements(new Map([['s', records]]), seat, SEATS);

  it('should count what a seat has to approve, to publish or to write anew', () => {
    expect(waitingFor('legal', draft('pr'), record('submitted', 'pr', 'legal'))).toBe(1);
    expect(waitingFor('ceo', draft('pr'), record('approved', 'ceo'))).toBe(1);
    expect(waitingFor('pr', draft('pr'), record('returned', 'legal'))).toBe(1);
  });
  it('should leave out what others do next, drafts and what is public', () => {
    expect(waitingFor('pr', draft('pr'), record('submitted', 'pr', 'legal'))).toBe(0);
    expect(waitingFor('pr', draft('pr'), record('approved', 'ceo'))).toBe(0);
    expect(waitingFor('pr', draft('pr'))).toBe(0);
    expect(waitingFor('pr', draft('pr'), record('published', 'ceo'))).toBe(0);
    expect(waitingFor(null, draft('pr'), record('submitted', 'pr', 'legal'))).toBe(0);
  });
});

describe('stepTaken', () => {
  it('should call it approved when somebody approves on the way to the next approver', () => {
    const records = [draft('pr'), record('submitted', 'pr', 'legal'), record('submitted', 'legal', 'ceo')];
    expect(records.map((one) => stepTaken(one, records))).toEqual(['draft', 'submitted', 'approved']);
  });
});
