import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import Add from '@mui/icons-material/Add';
import {
  Box,
  Button,
  Card,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDepartments } from '../shared/useDepartments.js';
import { useMe } from '../shared/useMe.js';
import { useShortcut } from '../shared/useShortcut.js';
import { DepartmentDialog, type DepartmentTask } from './DepartmentDialog.js';
import { DepartmentRow } from './DepartmentRow.js';
import { visibleRows } from './tree.js';

/** The departments as a tree with counts; every action is a button, so the keyboard does all of it. */
export const DepartmentTree = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const { departments, isPending, error, refetch } = useDepartments();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<DepartmentTask | null>(null);
  const mayWrite = can('departments', 'create');
  const add = () => setTask({ kind: 'add', parent: null });
  useShortcut('c', add, mayWrite);
  const toggle = (id: string) =>
    setClosed(closed.has(id) ? new Set([...closed].filter((one) => one !== id)) : new Set([...closed, id]));
  const rows = visibleRows(departments, closed);
  return (
    <>
      <Title title={translate('resources.departments.name', { smart_count: 2 })} />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Skeleton variant="rounded" height={320} />}
      {!isPending && !error && departments.length === 0 && (
        <EmptyTeaches
          icon={AccountTreeOutlined}
          title={translate('resources.departments.empty.title')}
          text={translate('resources.departments.empty.text')}
          action={
            mayWrite ? { label: translate('resources.departments.empty.action'), onClick: add } : undefined
          }
        />
      )}
      {departments.length > 0 && (
        <>
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap', py: 1 }}>
            <Button onClick={() => setClosed(new Set())}>
              {translate('resources.departments.expand_all')}
            </Button>
            <Button onClick={() => setClosed(new Set(departments.map(({ id }) => id)))}>
              {translate('resources.departments.collapse_all')}
            </Button>
            {mayWrite && (
              <Button variant="contained" startIcon={<Add />} onClick={add}>
                {translate('resources.departments.add')}
              </Button>
            )}
          </Box>
          <TableContainer component={Card}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{translate('resources.departments.fields.name')}</TableCell>
                  <TableCell align="right">{translate('resources.departments.fields.people')}</TableCell>
                  <TableCell align="right">
                    {translate('resources.departments.fields.peopleInSubtree')}
                  </TableCell>
                  {mayWrite && <TableCell align="right">{translate('common.actions')}</TableCell>}
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <DepartmentRow
                    key={row.department.id}
                    row={row}
                    isOpen={!closed.has(row.department.id)}
                    onToggle={() => toggle(row.department.id)}
                    onTask={mayWrite ? setTask : undefined}
                  />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </>
      )}
      {task && <DepartmentDialog task={task} onClose={() => setTask(null)} />}
    </>
  );
};
