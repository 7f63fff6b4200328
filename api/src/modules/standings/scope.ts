/** Sub-tree of the department that limits an actor; null = whole organisation. */
export type Scope = string | null;

/** True in SQL for a department (by its alias) that lies in the scope given as parameter `$n`. */
export const inScope = (alias: string, parameter: string): string =>
  `(${parameter}::uuid IS NULL OR ${alias}.lineage @> ARRAY[${parameter}::uuid])`;
