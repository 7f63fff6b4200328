import type { ProgramDocument, ProgramItem } from '@readyroom/contract';
import { checkProgram } from './check-program.js';

const title = { zh: '组', en: 'Group' };
const course = (key: string, requires: string[] = []): ProgramItem => ({
  kind: 'course',
  key,
  requires,
  courseId: 'c1',
});
const group = (key: string, items: ProgramItem[], more: Partial<ProgramItem> = {}): ProgramItem =>
  ({ kind: 'group', key, requires: [], title, rule: 'all', atLeast: null, items, ...more }) as ProgramItem;
const faults = (path: ProgramItem[]) =>
  checkProgram({ path, refresher: [] } as unknown as ProgramDocument, new Set(['c1'])).map(
    ({ path: where, fault, value }) => `${where} ${fault} ${value}`,
  );

describe('checkProgram', () => {
  it('should have nothing against items that wait for earlier ones', () => {
    expect(faults([course('a'), group('g', [course('b', ['a'])], { rule: 'in_order' })])).toEqual([]);
  });

  it.each<[string, ProgramItem[], string]>([
    ['a key twice', [course('a'), group('g', [course('a')])], 'path.1.items.0.key duplicate_key a'],
    ['an item that is not there', [course('a', ['x'])], 'path.0.requires.0 unknown_item x'],
    [
      'a course that is not there',
      [{ ...course('a'), courseId: 'c2' } as ProgramItem],
      'path.0.courseId unknown_course c2',
    ],
    [
      'more than there are',
      [group('g', [course('a')], { rule: 'at_least', atLeast: 2 } as never)],
      'path.0.atLeast too_many 2',
    ],
    ['its own group', [group('g', [course('a', ['g'])])], 'path.0.items.0.requires.0 needs_itself g'],
    ['two that wait for each other', [course('a', ['b']), course('b', ['a'])], 'path.0.requires cycle a'],
    [
      'an order against a prerequisite',
      [group('g', [course('a', ['b']), course('b')], { rule: 'in_order' } as never)],
      'path.0.requires cycle g',
    ],
    [
      'two groups that wait for what is in the other',
      [group('g', [course('a')], { requires: ['b'] }), group('h', [course('b')], { requires: ['a'] })],
      'path.0.requires cycle g',
    ],
  ])('should refuse %s', (_, path, fault) => {
    expect(faults(path)).toEqual([fault]);
  });
});
