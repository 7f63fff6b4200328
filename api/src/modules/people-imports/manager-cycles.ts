import type { RosterEntry } from './read-roster.js';
import type { StaffSnapshot } from './roster-plan.js';

/**
 * Finds people who would report to themselves once the file is committed, through the file and through the staff that
 * is there, and refuses every row that closes such a ring.
 */
export function refuseManagerCycles(
  entries: readonly RosterEntry[],
  inFile: ReadonlyMap<string, RosterEntry>,
  staff: StaffSnapshot,
): void {
  const managerOf = (number: string): string | null => {
    const given = inFile.get(number)?.fields.manager_no;
    return (given === undefined ? staff.people.get(number)?.fields.manager_no : given) ?? null;
  };
  const done = new Set<string>();
  for (const { fields } of entries) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at = fields.employee_no ?? null;
    while (at !== null && !done.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = managerOf(at);
    }
    if (at !== null && onWay.has(at)) refuseRing(way.slice(way.indexOf(at)), inFile);
    for (const number of way) done.add(number);
  }
}

function refuseRing(ring: readonly string[], inFile: ReadonlyMap<string, RosterEntry>): void {
  for (const number of ring) {
    const entry = inFile.get(number);
    const manager = entry?.fields.manager_no;
    if (!entry || !manager) continue;
    const otherLine = manager === number ? null : (inFile.get(manager)?.line ?? null);
    entry.errors.push({
      line: entry.line,
      column: 'manager_no',
      value: manager,
      code: 'manager_cycle',
      otherLine,
    });
  }
}
