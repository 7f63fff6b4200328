import { useCallback } from 'react';
import { useGetList } from 'react-admin';
import type { Course } from '../providers/contract.js';
import { useText } from '../shared/useLocale.js';

const NONE: Course[] = [];

/** The courses that a program may ask for, and the title of each. */
export function useCourseTitles() {
  const textIn = useText();
  const { data: courses = NONE } = useGetList<Course>('courses', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'position', order: 'ASC' },
  });
  const titleOf = useCallback(
    (courseId: string) => {
      const course = courses.find(({ id }) => id === courseId);
      return course ? textIn(course.title) : '…';
    },
    [courses, textIn],
  );
  return { courses, titleOf };
}
