import type { CourseOutline } from '@readyroom/contract';
import { waiting, type OutboxEntry } from '../../shared/offline/outbox-queue.js';

/** The outline with what this device knows and the server does not yet: lessons read while there was no line. */
export function withWaiting(outline: CourseOutline, entries: readonly OutboxEntry[]): CourseOutline {
  const read = new Map<string, boolean>();
  for (const { item } of waiting(entries))
    if (item.kind === 'progress') read.set(item.lessonId, item.body.done);
  if (read.size === 0) return outline;
  return {
    ...outline,
    modules: outline.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => {
        const done = read.get(lesson.id);
        if (done === undefined || lesson.state === 'done') return lesson;
        return done
          ? { ...lesson, state: 'done' as const, percent: 100 }
          : { ...lesson, state: 'in_progress' as const };
      }),
    })),
  };
}
