import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { Department } from '../providers/contract.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { useDepartments } from '../shared/useDepartments.js';
import { useErrorText } from '../shared/useErrorText.js';
import { subTreeOf } from './tree.js';

export type DepartmentTask =
  { kind: 'add'; parent: Department | null } | { kind: 'rename' | 'move' | 'delete'; department: Department };

const DONE = { add: 'added', rename: 'renamed', move: 'moved', delete: 'deleted' } as const;

/** Adds, renames, moves or deletes one department. */
export const DepartmentDialog = ({ task, onClose }: { task: DepartmentTask; onClose: () => void }) => {
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const { departments } = useDepartments();
  const department = task.kind === 'add' ? null : task.department;
  const [name, setName] = useState(department?.name ?? '');
  const [parentId, setParentId] = useState(
    task.kind === 'add' ? (task.parent?.id ?? null) : task.department.parentId,
  );
  const [error, setError] = useState<unknown>(null);
  const forbidden = department ? subTreeOf(departments, department.id) : new Set<string>();

  const carryOut = () => {
    if (!department) return dataProvider.create('departments', { data: { name, parentId } });
    if (task.kind === 'delete')
      return dataProvider.delete('departments', { id: department.id, previousData: department });
    return dataProvider.update('departments', {
      id: department.id,
      data: { ...department, name, parentId },
      previousData: department,
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await carryOut();
      notify(`resources.departments.${DONE[task.kind]}`, { messageArgs: { name }, type: 'success' });
      refresh();
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const title =
    task.kind === 'add'
      ? translate('resources.departments.add')
      : translate(`resources.departments.${task.kind}_title`, { name: task.department.name });
  const explanation =
    task.kind === 'move' || task.kind === 'delete' ? `resources.departments.${task.kind}_text` : null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="department-dialog">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="department-dialog">{title}</DialogTitle>
        <DialogContent>
          {error !== null && (
            <Alert severity="error" sx={{ mb: 1 }}>
              {textOf(error)}
            </Alert>
          )}
          {explanation && (
            <Typography color="text.secondary" sx={{ mb: 1 }}>
              {translate(explanation)}
            </Typography>
          )}
          {(task.kind === 'add' || task.kind === 'rename') && (
            <TextField
              label={translate('resources.departments.fields.name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 100 } }}
              autoFocus
              required
            />
          )}
          {(task.kind === 'add' || task.kind === 'move') && (
            <DepartmentPicker
              label={translate('resources.departments.fields.parentId')}
              value={parentId}
              onChange={setParentId}
              isDisabled={(one) => forbidden.has(one.id)}
              helperText={parentId === null ? translate('resources.departments.top') : undefined}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" color={task.kind === 'delete' ? 'error' : 'primary'}>
            {translate(task.kind === 'delete' ? 'common.delete' : 'common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
