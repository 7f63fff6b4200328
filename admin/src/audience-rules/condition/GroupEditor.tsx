import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Checkbox, FormControlLabel, IconButton, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { AudienceCondition } from '../../providers/contract.js';
import { LeafValues } from './LeafValues.js';
import {
  DEEPEST_GROUP,
  denied,
  emptyLeaf,
  isGroup,
  leafOf,
  LEAVES,
  NEW_CONDITION,
  partsOf,
  plain,
  withParts,
  type Group,
  type Leaf,
} from './tree.js';

interface Props {
  group: Group;
  /** `1.2` = the second part of the first; empty at the top. */
  place: string;
  depth: number;
  onChange: (group: Group) => void;
}

/** As wide as there is room and no wider, however deep. */
const PARTS = {
  listStyle: 'none', m: 0, p: 0, mt: 1, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)',
}; // prettier-ignore

/** On a phone what is asked has the whole width, below what turns it around or takes it away. */
const PART = {
  display: 'flex',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  gap: { xs: 0, sm: 1 },
  alignItems: 'flex-start',
};

/** How the parts are joined, the parts, and what can be added. */
export const GroupEditor = ({ group, place, depth, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`condition.${key}`, values);
  const parts = partsOf(group);
  const set = (index: number, part: AudienceCondition) => onChange(withParts(group, parts.with(index, part)));
  const add = (part: AudienceCondition) => onChange(withParts(group, [...parts, part]));
  const named = (what: string) => (place ? T('add_in', { what, place }) : what);
  return (
    <Box
      role="group"
      aria-label={place ? T('group', { place }) : T('title')}
      sx={{ borderLeft: 3, borderColor: 'all' in group ? 'primary.main' : 'secondary.main', pl: 2 }}
    >
      <TextField
        select
        size="small"
        label={T('join')}
        value={'all' in group ? 'all' : 'any'}
        onChange={(event) => onChange(event.target.value === 'all' ? { all: parts } : { any: parts })}
        sx={{ minWidth: { xs: 0, sm: 200 } }}
      >
        {(['all', 'any'] as const).map((join) => (
          <MenuItem key={join} value={join}>
            {T(`joins.${join}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box component="ol" sx={PARTS}>
        {parts.map((condition, index) => {
          const at = place ? `${place}.${index + 1}` : String(index + 1);
          const { part, isNot } = plain(condition);
          const isOnly = parts.length === 1 && !place;
          return (
            <Part
              key={at}
              place={at}
              isNot={isNot}
              onNot={(on) => set(index, denied(part, on))}
              onRemove={isOnly ? undefined : () => onChange(withParts(group, parts.toSpliced(index, 1)))}
            >
              {isGroup(part) ? (
                <GroupEditor
                  group={part}
                  place={at}
                  depth={depth + 1}
                  onChange={(inner) => set(index, denied(inner, isNot))}
                />
              ) : (
                <LeafEditor part={part} place={at} onChange={(leaf) => set(index, denied(leaf, isNot))} />
              )}
            </Part>
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" onClick={() => add(emptyLeaf('tier'))} aria-label={named(T('add'))}>
          {T('add')}
        </Button>
        {depth < DEEPEST_GROUP && (
          <Button
            size="small"
            onClick={() => add('all' in group ? { any: partsOf(NEW_CONDITION) } : NEW_CONDITION)}
            aria-label={named(T('add_group'))}
          >
            {T('add_group')}
          </Button>
        )}
      </Box>
    </Box>
  );
};

interface PartProps {
  place: string;
  isNot: boolean;
  onNot: (on: boolean) => void;
  onRemove?: () => void;
  children: ReactNode;
}

const Part = ({ place, isNot, onNot, onRemove, children }: PartProps) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`condition.${key}`, values);
  return (
    <Box component="li" sx={PART}>
      <FormControlLabel
        label={T('not')}
        sx={{ mt: 1, mr: 0, flexShrink: 0 }}
        control={
          <Checkbox
            size="small"
            checked={isNot}
            onChange={(_event, on) => onNot(on)}
            slotProps={{ input: { 'aria-label': T('not_of', { place }) } }}
          />
        }
      />
      <Box sx={{ flex: { xs: '1 1 100%', sm: 1 }, order: { xs: 1, sm: 0 }, minWidth: 0 }}>{children}</Box>
      {onRemove && (
        <IconButton aria-label={T('remove', { place })} onClick={onRemove} sx={{ mt: 0.75, ml: 'auto' }}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
};

interface LeafProps {
  part: AudienceCondition;
  place: string;
  onChange: (part: AudienceCondition) => void;
}

const LeafEditor = ({ part, place, onChange }: LeafProps) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`condition.${key}`, values);
  return (
    // Beside each other where there is room, deep in groups one below the other.
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', '& > *': { minWidth: 0 } }}>
      <TextField
        select
        sx={{ flex: '1 1 190px', maxWidth: { sm: 240 } }}
        label={T('kind', { place })}
        value={leafOf(part)}
        onChange={(event) => onChange(emptyLeaf(event.target.value as Leaf))}
      >
        {LEAVES.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {T(`kinds.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ flex: '3 1 230px' }}>
        <LeafValues part={part} place={place} onChange={onChange} />
      </Box>
    </Box>
  );
};
