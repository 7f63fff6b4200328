import { useGetList, useStore } from 'react-admin';
import { useMe } from '../shared/useMe.js';

interface Step {
  name: 'organisation' | 'people' | 'course' | 'assignment';
  to: string;
  isDone: boolean;
  mayOpen: boolean;
}

const ONE = { pagination: { page: 1, perPage: 1 } };

/** The name an installation is born with (migration of the organisation). */
const UNNAMED = 'Readyroom';

/** Set by opening the courses from the card. */
export const useHasSeenCourses = () => useStore('first_run.courses', false);

/** What has been done of the four first steps; undefined while it is not known, or for people without these screens. */
export function useFirstRun(): Step[] | undefined {
  const { me, can } = useMe();
  const enabled = can('audience-rules', 'create');
  const { total: people } = useGetList('people', ONE, { enabled });
  const { total: courses } = useGetList('courses', ONE, { enabled });
  const { total: rules } = useGetList('audience-rules', ONE, { enabled });
  const [hasSeenCourses] = useHasSeenCourses();
  if (!me || people === undefined || courses === undefined || rules === undefined) return undefined;
  return [
    {
      name: 'organisation',
      to: '/settings',
      isDone: rules > 0 || me.organisation.name !== UNNAMED,
      mayOpen: can('organisation', 'edit'),
    },
    {
      name: 'people',
      to: '/people-imports/create',
      isDone: people > 1,
      mayOpen: can('people-imports', 'create'),
    },
    { name: 'course', to: '/courses', isDone: rules > 0 || hasSeenCourses, mayOpen: can('courses', 'list') },
    { name: 'assignment', to: '/audience-rules/create', isDone: rules > 0, mayOpen: true },
  ];
}
