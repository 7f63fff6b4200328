import { Breadcrumbs, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { useDepartments } from './useDepartments.js';

interface Props {
  departmentId: string;
  /** Address of the same screen for another department; null = all. */
  to: (departmentId: string | null) => string;
}

/** From the whole organisation down to the department on screen. */
export const DepartmentTrail = ({ departmentId, to }: Props) => {
  const translate = useTranslate();
  const { departments, byId } = useDepartments();
  const here = byId.get(departmentId);
  if (!here) return null;
  const names = here.path.split('/');
  const above = names
    .slice(0, -1)
    .flatMap((_, i) => departments.find(({ path }) => path === names.slice(0, i + 1).join('/')) ?? []);
  return (
    <Breadcrumbs aria-label={translate('list.department_trail')}>
      <Link component={RouterLink} to={to(null)}>
        {translate('list.all_departments')}
      </Link>
      {above.map((department) => (
        <Link key={department.id} component={RouterLink} to={to(department.id)}>
          {department.name}
        </Link>
      ))}
      <Typography color="text.primary">{here.name}</Typography>
    </Breadcrumbs>
  );
};
