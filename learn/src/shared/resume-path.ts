import type { CourseCard } from '@readyroom/contract';
import { attemptPath } from './attempt-path.js';

/** Where "continue" of a course leads: the lesson, the quiz, or the outline when there is nothing to continue. */
export function resumePath({ courseId, resume }: Pick<CourseCard, 'courseId' | 'resume'>): string {
  if (!resume) return `/courses/${courseId}`;
  if (resume.kind === 'lesson') return `/courses/${courseId}/lessons/${resume.id}`;
  return resume.openAttemptId
    ? attemptPath(courseId, resume.id, resume.openAttemptId)
    : `/courses/${courseId}/quiz/${resume.id}`;
}
