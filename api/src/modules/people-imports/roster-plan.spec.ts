import fc from 'fast-check';
import { readRoster } from './read-roster.js';
import { planRoster, type KnownPerson, type StaffSnapshot } from './roster-plan.js';
import { ROSTER_COLUMNS } from '@readyroom/contract';
import type { RosterColumn } from './roster-columns.js';

const HEADER = ['employee_no', 'name', 'department', 'tier', 'manager_no', 'email'];
type Line = Partial<Record<RosterColumn, string>>;

const known = (
  number: string,
  more: Partial<Record<RosterColumn, string>> = {},
  inScope = true,
): [string, KnownPerson] => {
  const empty = Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, null])) as KnownPerson['fields'];
  const fields = {
    ...empty,
    employee_no: number,
    name: '张伟',
    department: '甲',
    tier: 'frontline',
    status: 'active',
    locale: 'zh-CN',
    ...more,
  };
  return [number, { id: `id-${number}`, inScope, fields }];
};
const staff = (people: [string, KnownPerson][] = [], more: Partial<StaffSnapshot> = {}): StaffSnapshot => ({
  people: new Map(people),
  emails: new Map(
    people.flatMap(([number, { fields }]) => (fields.email ? [[fields.email, number] as const] : [])),
  ),
  departments: new Set(['甲']),
  scopePath: null,
  ...more,
});
const plan = async (lines: Line[], snapshot: StaffSnapshot) => {
  const row = (line: Line) =>
    HEADER.map(
      (column) =>
        ({ name: '张伟', department: '甲', tier: 'frontline', ...line })[column as RosterColumn] ?? '',
    );
  const rows = lines.map((line, i) => ({ line: i + 2, cells: row(line) }));
  return planRoster(await readRoster({ header: HEADER, rows }), snapshot);
};

describe('planRoster', () => {
  it('when people are new, changed or the same it should say what would happen to each', async () => {
    const { rows, departmentsCreated, errors } = await plan(
      [{ employee_no: '1', department: '乙/丙' }, { employee_no: '2', name: '张卫' }, { employee_no: '3' }],
      staff([known('2'), known('3')]),
    );
    expect(rows.map(({ action }) => action)).toEqual(['create', 'update', 'unchanged']);
    expect(rows[1]!.changes).toEqual([{ column: 'name', from: '张伟', to: '张卫' }]);
    expect(departmentsCreated).toEqual(['乙', '乙/丙']);
    expect(errors).toEqual([]);
  });

  it('when two plans would do different things their fingerprints should differ, else not', async () => {
    const lines = [{ employee_no: '1', name: '张卫' }];
    const print = async (snapshot: StaffSnapshot) => (await plan(lines, snapshot)).fingerprint;
    const before = await print(staff([known('1')]));
    expect(await print(staff([known('1', { position: '组长' }), known('2')]))).toBe(before);
    expect(await print(staff([known('1', { name: '张玮' })]))).not.toBe(before);
    expect(await print(staff())).not.toBe(before);
    expect(await print(staff([known('1')], { departments: new Set() }))).not.toBe(before);
  });

  it('when somebody keeps a manager outside the scope it should pass, a new one should look unknown', async () => {
    const snapshot = staff([known('boss', {}, false), known('1', { manager_no: 'boss' }), known('2')], {
      scopePath: '甲',
    });
    const { errors } = await plan(
      [
        { employee_no: '1', manager_no: 'boss' },
        { employee_no: '2', manager_no: 'boss' },
      ],
      snapshot,
    );
    expect(errors).toMatchObject([{ line: 3, code: 'manager_unknown' }]);
  });

  it('when departments only begin with the same letters they should lie outside the scope', async () => {
    const { errors } = await plan(
      [
        { employee_no: '1', department: '甲乙' },
        { employee_no: '2', department: '甲/乙' },
      ],
      staff([], { scopePath: '甲' }),
    );
    expect(errors).toMatchObject([{ line: 2, column: 'department', code: 'out_of_scope' }]);
  });

  it('when any managers are given it should refuse exactly the people who would report to themselves', async () => {
    const numbers = ['1', '2', '3', '4', '5', '6'];
    const managers = fc.tuple(...numbers.map(() => fc.option(fc.constantFrom(...numbers), { nil: '' })));
    await fc.assert(
      fc.asyncProperty(managers, fc.subarray(numbers), async (managerOf, inFile) => {
        const boss = (number: string): string => managerOf[Number(number) - 1]!;
        // Whoever is not in the file is there already; only a staff without rings can be there.
        const people = numbers.filter((number) => !inFile.includes(number));
        const stored = people.filter((number) => !people.includes(boss(number)) || boss(number) > number);
        const links = new Map([...inFile, ...stored].map((number) => [number, boss(number)]));
        const { errors } = await plan(
          inFile.map((number) => ({ employee_no: number, manager_no: boss(number) })),
          staff(
            people.map((number) =>
              known(number, links.has(number) && boss(number) ? { manager_no: boss(number) } : {}),
            ),
          ),
        );
        const ring = (number: string) => {
          let at = links.get(number);
          for (let step = 0; at && step < numbers.length; step++) {
            if (at === number) return true;
            at = links.get(at);
          }
          return false;
        };
        const expected = inFile.flatMap((number, i) => (ring(number) ? [i + 2] : []));
        expect(errors.filter(({ code }) => code === 'manager_cycle').map(({ line }) => line)).toEqual(
          expected,
        );
      }),
      { numRuns: 500 },
    );
  });
});
