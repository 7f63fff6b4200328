import { readFilters, rowsFilter, writeFilters } from './filters.js';

describe('filters of the completion board', () => {
  it('should survive the address', () => {
    const filters = { departmentId: 'd1', tier: ['executive', 'frontline'] as const, courseId: ['c1', 'c2'] };
    const search = writeFilters(new URLSearchParams('person=p1&tier=manager'), {
      ...filters,
      tier: [...filters.tier],
    });
    expect(search.get('person')).toBe('p1');
    expect(readFilters(search)).toEqual(filters);
  });

  it('should leave out a tier that there is not', () => {
    expect(readFilters(new URLSearchParams('tier=boss&tier=manager')).tier).toEqual(['manager']);
  });

  it('should open exactly the people of a number', () => {
    const filters = { departmentId: 'd1', tier: ['manager' as const], courseId: [] };
    expect(rowsFilter(filters, {})).toEqual({ departmentId: 'd1', tier: ['manager'] });
    expect(
      rowsFilter(filters, { departmentId: 'd2', own: true, courseId: ['c1'], state: 'overdue' }),
    ).toEqual({
      departmentId: 'd2',
      own: true,
      tier: ['manager'],
      courseId: ['c1'],
      state: 'overdue',
    });
  });
});
