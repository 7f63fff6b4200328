import type { Certification, CourseCard, ItemProgress, LearnerHome } from '@readyroom/contract';
import {
  byUrgency,
  cardsOf,
  isAsked,
  isToldByProgram,
  mustBeginAgain,
  nextItem,
  tally,
  titlesOf,
} from './program-order.js';

const item = (key: string, state: ItemProgress['state'], more: Partial<ItemProgress> = {}): ItemProgress => ({
  key,
  kind: 'course',
  title: { zh: key, en: key },
  courseId: key,
  state,
  doneOn: null,
  waitsFor: [],
  rule: null,
  needed: null,
  items: [],
  ...more,
});
const group = (
  key: string,
  state: ItemProgress['state'],
  rule: 'in_order' | 'all' | 'at_least',
  items: ItemProgress[],
  needed: number | null = null,
) => item(key, state, { kind: 'group', rule, needed, items, courseId: null });
const program = (status: Certification['status'], dueOn: string | null, assigned = true) =>
  ({ status, dueOn, validUntil: null, assigned }) as Certification;

describe('programs by what is due', () => {
  it('should put the worst first, then the nearest day, and leave out what is no longer asked', () => {
    const sorted = byUrgency([
      program('compliant', null),
      program('not_started', '2026-05-01'),
      program('in_progress', '2026-04-01'),
      program('overdue', '2026-02-01', false),
      program('expiring_soon', '2026-06-01'),
      program('overdue', '2026-03-01'),
    ]);
    expect(sorted.map(({ status }) => status)).toEqual([
      'overdue',
      'expiring_soon',
      'in_progress',
      'not_started',
      'compliant',
    ]);
  });
});

describe('a course that is in a program as well', () => {
  const card = (dueOn: string | null, byItself: boolean) =>
    ({ courseId: 'a', dueOn, byItself }) as CourseCard;
  const holding = (dueOn: string | null, status: Certification['status'] = 'in_progress') => ({
    ...program(status, dueOn),
    items: [group('g', 'open', 'all', [item('a', 'open')])],
  });
  const DUE = '2026-04-01';

  it('should be told with the program, unless it was assigned by itself for an earlier day', () => {
    expect(isToldByProgram(card(DUE, false), [holding(DUE)])).toBe(true);
    expect(isToldByProgram(card(DUE, true), [holding(DUE)])).toBe(true);
    expect(isToldByProgram(card(null, true), [holding(DUE)])).toBe(true);
    expect(isToldByProgram(card('2026-03-31', true), [holding(DUE)])).toBe(false);
    expect(isToldByProgram(card(DUE, true), [holding(null)])).toBe(false);
  });
  it('after more time was given it should not stay behind with its old day', () => {
    expect(isToldByProgram(card(DUE, false), [holding('2026-06-01')])).toBe(true);
  });
  it('should be told by itself where no program asks for it', () => {
    const done = { ...holding(DUE), items: [item('a', 'done')] };
    expect(isToldByProgram(card(DUE, false), [])).toBe(false);
    expect(isToldByProgram(card(DUE, false), [done])).toBe(false);
    expect(isToldByProgram(card(DUE, false), [{ ...holding(DUE), assigned: false }])).toBe(false);
  });
  it('when the program is waived it should be asked only where a rule of its own or another program asks', () => {
    const waived = holding(null, 'waived');
    expect([isAsked(card(DUE, false), [waived]), isToldByProgram(card(DUE, false), [waived])]).toEqual([
      false,
      true,
    ]);
    expect([isAsked(card(DUE, true), [waived]), isToldByProgram(card(DUE, true), [waived])]).toEqual([
      true,
      false,
    ]);
    expect(isAsked(card(DUE, false), [waived, holding(DUE)])).toBe(true);
  });
});

describe('the path of a program', () => {
  const path = [
    group('first', 'in_progress', 'in_order', [item('a', 'done'), item('b', 'open'), item('c', 'locked')]),
    group('some', 'open', 'at_least', [item('d', 'open'), item('e', 'open'), item('f', 'done')], 2),
    item('g', 'locked', { kind: 'drill', courseId: null, waitsFor: ['first'] }),
  ];

  it('should count a group of which some are enough as those, and never more', () => {
    expect(tally(path)).toEqual({ done: 2, all: 6 });
    expect(tally([group('some', 'done', 'at_least', [item('d', 'done'), item('e', 'done')], 1)])).toEqual({
      done: 1,
      all: 1,
    });
  });

  it('should go on with what was begun, else with the first that is open', () => {
    expect(nextItem(path)?.key).toBe('b');
    expect(nextItem([...path, item('h', 'in_progress')])?.key).toBe('h');
  });

  it('when a group has enough its other items should not be offered', () => {
    const enough = group('some', 'done', 'at_least', [item('d', 'done'), item('e', 'open')], 1);
    expect(nextItem([enough])).toBeNull();
  });

  it('should name what locks an item, also inside of groups', () => {
    expect(titlesOf(path, ['first', 'b']).map(({ zh }) => zh)).toEqual(['first', 'b']);
  });
});

describe('a course that was completed before', () => {
  const home = {
    continue: null,
    due: [{ courseId: 'b', completedAt: null }],
    done: [{ courseId: 'a', completedAt: '2026-01-01T00:00:00.000Z' }],
  } as unknown as LearnerHome;
  const card = (id: string): CourseCard | undefined => cardsOf(home).get(id);

  it('should be begun again only while something asks for it', () => {
    expect(mustBeginAgain(item('a', 'open'), card('a'))).toBe(true);
    expect(mustBeginAgain(item('a', 'done'), card('a'))).toBe(false);
    expect(mustBeginAgain(item('a', 'locked'), card('a'))).toBe(false);
    expect(mustBeginAgain(item('b', 'open'), card('b'))).toBe(false);
    expect(mustBeginAgain(item('x', 'open'), card('x'))).toBe(false);
  });
});
