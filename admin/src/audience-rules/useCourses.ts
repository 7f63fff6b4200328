import { useGetList } from 'react-admin';
import type { Course } from '../providers/contract.js';

const NONE: Course[] = [];

export function useCourses() {
  const {
    data = NONE,
    isPending,
    error,
    refetch,
  } = useGetList<Course>('courses', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'position', order: 'ASC' },
  });
  return { courses: data, isPending, error, refetch };
}
