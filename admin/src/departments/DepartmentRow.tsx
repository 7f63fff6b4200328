import ChevronRight from '@mui/icons-material/ChevronRight';
import ExpandMore from '@mui/icons-material/ExpandMore';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import { Box, IconButton, Link, Menu, MenuItem, TableCell, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';
import type { DepartmentTask } from './DepartmentDialog.js';
import type { TreeRow } from './tree.js';

interface Props {
  row: TreeRow;
  isOpen: boolean;
  onToggle: () => void;
  /** Absent for people who may only read. */
  onTask?: (task: DepartmentTask) => void;
}

export const DepartmentRow = ({ row: { department, hasChildren }, isOpen, onToggle, onTask }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { name, depth, people, peopleInSubtree } = department;
  const begin = (task: DepartmentTask) => {
    setAnchor(null);
    onTask?.(task);
  };
  const T = (key: string) => translate(`resources.departments.${key}`, { name });
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ py: 0.25 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', pl: depth * 2.75 }}>
          {hasChildren ? (
            <IconButton
              size="small"
              onClick={onToggle}
              aria-expanded={isOpen}
              aria-label={T(isOpen ? 'collapse' : 'expand')}
            >
              {isOpen ? <ExpandMore fontSize="small" /> : <ChevronRight fontSize="small" />}
            </IconButton>
          ) : (
            <Box sx={{ width: 30 }} />
          )}
          <Box component="span" sx={{ fontWeight: depth === 0 ? 600 : 450 }}>
            {name}
          </Box>
        </Box>
      </TableCell>
      <TableCell align="right" sx={{ py: 0.25, fontVariantNumeric: 'tabular-nums' }}>
        {format.number(people)}
      </TableCell>
      <TableCell align="right" sx={{ py: 0.25, fontVariantNumeric: 'tabular-nums' }}>
        <Link
          component={RouterLink}
          to={listLink('people', { departmentId: department.id, status: 'active' })}
          aria-label={`${name}: ${format.people(peopleInSubtree)}${translate('resources.departments.people_link')}`}
        >
          {format.number(peopleInSubtree)}
        </Link>
      </TableCell>
      {onTask && (
        <TableCell align="right" sx={{ py: 0.25 }}>
          <IconButton
            size="small"
            aria-haspopup="menu"
            aria-label={T('actions_of')}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            <MoreHoriz fontSize="small" />
          </IconButton>
          <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
            <MenuItem onClick={() => begin({ kind: 'add', parent: department })}>{T('add_below')}</MenuItem>
            <MenuItem onClick={() => begin({ kind: 'rename', department })}>{T('rename')}</MenuItem>
            <MenuItem onClick={() => begin({ kind: 'move', department })}>{T('move')}</MenuItem>
            <MenuItem onClick={() => begin({ kind: 'delete', department })}>{T('delete')}</MenuItem>
          </Menu>
        </TableCell>
      )}
    </TableRow>
  );
};
