import ArrowBack from '@mui/icons-material/ArrowBack';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowForward from '@mui/icons-material/ArrowForward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Card, IconButton, Tooltip, Typography } from '@mui/material';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ProgramItem } from '../../providers/contract.js';
import { ICONS } from '../Outline.js';
import { faultsAt, type Fault } from './draft.js';
import { FaultList } from './FaultList.js';
import { ItemFields } from './ItemFields.js';
import { mayMove, MOVES, type Items, type Move } from './tree.js';

const ARROWS = { up: ArrowUpward, down: ArrowDownward, inward: ArrowForward, outward: ArrowBack };
const KEYS: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'inward',
  ArrowLeft: 'outward',
};

interface Props {
  item: ProgramItem;
  /** The whole path: what the item may wait for, and where it may go. */
  items: Items;
  path: string;
  title: string;
  faults: readonly Fault[];
  onChange: (part: Partial<ProgramItem>) => void;
  onMove: (move: Move) => void;
  onRemove: () => void;
  children: ReactNode;
}

/** One item with its fields and what is wrong with it; below it, what is in a group. */
export const ItemRow = ({
  item,
  items,
  path,
  title,
  faults,
  onChange,
  onMove,
  onRemove,
  children,
}: Props) => {
  const translate = useTranslate();
  const id = useId();
  const T = (key: string, values?: object) => translate(`programs_editor.${key}`, values);
  const Icon = ICONS[item.kind];
  const own = faultsAt(faults, path);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? KEYS[event.key] : undefined;
    if (!move || event.target !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    if (mayMove(items, item.key, move)) onMove(move);
  };
  const button = (what: Move | 'remove', ArrowIcon: typeof ArrowBack, act: () => void, disabled = false) => (
    <Tooltip key={what} title={T(what)}>
      <span>
        <IconButton
          size="small"
          disabled={disabled}
          onClick={act}
          aria-label={T('of_item', { what: T(what), title })}
        >
          <ArrowIcon fontSize="small" />
        </IconButton>
      </span>
    </Tooltip>
  );
  return (
    <Card
      component="li"
      variant="outlined"
      tabIndex={0}
      data-item={item.key}
      onKeyDown={onKeyDown}
      aria-labelledby={id}
      sx={{ p: 1.5, borderColor: own.length ? 'error.main' : undefined }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
        <Icon fontSize="small" aria-hidden sx={{ color: 'text.secondary' }} />
        <Typography id={id} component="h3" sx={{ fontWeight: 650, fontSize: 14.5, flex: 1, minWidth: 0 }}>
          {translate(`resources.programs.kind.${item.kind}`)}
          {' · '}
          {title}
        </Typography>
        {MOVES.map((move) => button(move, ARROWS[move], () => onMove(move), !mayMove(items, item.key, move)))}
        {button('remove', DeleteOutlined, onRemove)}
      </Box>
      <ItemFields item={item} items={items} onChange={onChange} />
      <FaultList faults={own} />
      {children}
    </Card>
  );
};
