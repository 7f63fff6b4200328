import type { ProgramDocument, ProgramItem } from '@readyroom/contract';

export interface ProgramCourse {
  readonly courseId: string;
  readonly path: 'full' | 'refresher';
  /** Whether nobody completes the program without it. */
  readonly required: boolean;
}

/** The courses of a program, each once for the path and once for the refresher. */
export function coursesOf(document: ProgramDocument): ProgramCourse[] {
  const found = new Map<string, ProgramCourse>();
  for (const [name, path] of [
    ['path', 'full'],
    ['refresher', 'refresher'],
  ] as const)
    walk(document[name], true, (courseId, required) => {
      const key = `${courseId} ${path}`;
      found.set(key, { courseId, path, required: required || (found.get(key)?.required ?? false) });
    });
  return [...found.values()];
}

function walk(
  items: readonly ProgramItem[],
  required: boolean,
  found: (courseId: string, required: boolean) => void,
): void {
  for (const item of items) {
    if (item.kind === 'course') found(item.courseId, required);
    if (item.kind !== 'group') continue;
    const all = item.rule !== 'at_least' || (item.atLeast ?? item.items.length) >= item.items.length;
    walk(item.items, required && all, found);
  }
}
