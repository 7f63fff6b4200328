import { useMemo } from 'react';
import { useGetList } from 'react-admin';
import type { Department } from '../providers/contract.js';

const NOBODY: Department[] = [];

/** The department tree in reading order, as far as this person may see it. */
export function useDepartments() {
  const {
    data = NOBODY,
    isPending,
    error,
    refetch,
  } = useGetList<Department>('departments', {
    pagination: { page: 1, perPage: 1000 },
    sort: { field: 'id', order: 'ASC' },
  });
  const byId = useMemo(() => new Map(data.map((department) => [department.id, department])), [data]);
  return { departments: data, byId, isPending, error, refetch };
}
