import { readFilters, readView, rowsFilter, writeFilters, type BoardFilters } from './filters.js';

describe('filters of the board of programs', () => {
  it('should survive the address', () => {
    const filters: BoardFilters = {
      departmentId: 'd1',
      tier: ['executive', 'frontline'],
      programId: ['g1', 'g2'],
    };
    const search = writeFilters(new URLSearchParams('by=status&tier=manager&programId=g9'), filters);
    expect(readFilters(search)).toEqual(filters);
    expect(readView(search)).toBe('status');
  });

  it('should leave out a tier and a view that there are not', () => {
    const search = new URLSearchParams('tier=boss&tier=manager&by=moon');
    expect(readFilters(search).tier).toEqual(['manager']);
    expect(readView(search)).toBe('program');
  });

  it('should open exactly the people of a number', () => {
    const filters: BoardFilters = { departmentId: 'd1', tier: ['manager'], programId: ['g1', 'g2'] };
    expect(rowsFilter(filters, {})).toEqual({
      departmentId: 'd1',
      tier: ['manager'],
      programId: ['g1', 'g2'],
    });
    expect(
      rowsFilter(filters, {
        departmentId: 'd2',
        own: true,
        programId: ['g1'],
        status: ['compliant', 'expiring_soon'],
      }),
    ).toEqual({
      departmentId: 'd2',
      own: true,
      tier: ['manager'],
      programId: ['g1'],
      status: ['compliant', 'expiring_soon'],
    });
  });
});
