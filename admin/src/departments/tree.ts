import type { Department } from '../providers/contract.js';

export interface TreeRow {
  department: Department;
  hasChildren: boolean;
}

/** The rows on screen: everything in tree order except what lies below a closed department. */
export function visibleRows(departments: readonly Department[], closed: ReadonlySet<string>): TreeRow[] {
  const parents = new Set(departments.map((department) => department.parentId));
  const hidden = new Set<string>();
  const rows: TreeRow[] = [];
  for (const department of departments) {
    const { id, parentId } = department;
    if (parentId && (hidden.has(parentId) || closed.has(parentId))) {
      hidden.add(id);
      continue;
    }
    rows.push({ department, hasChildren: parents.has(id) });
  }
  return rows;
}

/** A department and everything below it: where it cannot be moved to. */
export function subTreeOf(departments: readonly Department[], rootId: string): Set<string> {
  const inside = new Set([rootId]);
  for (const { id, parentId } of departments) if (parentId && inside.has(parentId)) inside.add(id);
  return inside;
}
