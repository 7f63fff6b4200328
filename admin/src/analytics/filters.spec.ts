import { readFilters, setOnly, weekOf, writeFilters } from './filters.js';

describe('filters of the analytics', () => {
  it('should survive the address', () => {
    const filters = {
      departmentId: null,
      tier: ['manager' as const],
      courseId: 'c1',
      from: '2026-03-01',
      to: null,
    };
    expect(readFilters(writeFilters(new URLSearchParams('to=2026-01-01'), filters))).toEqual(filters);
  });
  it('should take what is not a day as not set', () => {
    expect(readFilters(new URLSearchParams('from=yesterday')).from).toBeNull();
  });
  it('should send only what is set', () => {
    expect(setOnly({ departmentId: 'd', tier: [], courseId: null, from: null, to: null })).toEqual({
      departmentId: 'd',
    });
  });
  it('should cut the week behind a bar to the range on screen', () => {
    expect(weekOf('2026-03-02', { from: null, to: null })).toEqual({ from: '2026-03-02', to: '2026-03-08' });
    expect(weekOf('2026-03-02', { from: '2026-03-04', to: '2026-03-05' })).toEqual({
      from: '2026-03-04',
      to: '2026-03-05',
    });
  });
});
