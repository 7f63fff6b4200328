import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ProgramItem } from '../../providers/contract.js';
import { visuallyHidden } from '../../shared/visuallyHidden.js';
import { useItemTitle } from '../useItemTitle.js';
import type { Fault, PathName } from './draft.js';
import { ItemRow } from './ItemRow.js';
import { added, changed, freeKey, moved, placeOf, removed, type Items, type Move } from './tree.js';

const KINDS = ['course', 'drill', 'group'] as const;

const newItem = (kind: ProgramItem['kind'], key: string): ProgramItem => {
  const item = { key, requires: [] };
  if (kind === 'course') return { ...item, kind, courseId: '' };
  if (kind === 'drill')
    return {
      ...item,
      kind,
      title: { zh: '一次演练', en: 'One drill' },
      crisisTypes: [],
      solo: true,
      pass: false,
    };
  return { ...item, kind, title: { zh: '', en: '' }, rule: 'all', atLeast: null, items: [] };
};

interface Props {
  name: PathName;
  items: Items;
  onChange: (items: ProgramItem[]) => void;
  faults: readonly Fault[];
}

/** The nested list of a path: add, change, move with buttons or Alt and arrow keys, remove. Moves are spoken. */
export const ItemTree = ({ name, items, onChange, faults }: Props) => {
  const translate = useTranslate();
  const titleOf = useItemTitle();
  const [said, setSaid] = useState('');
  const toFocus = useRef<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const T = (key: string, values?: object) => translate(`programs_editor.${key}`, values);
  const shown = (item: ProgramItem) => titleOf(item).trim() || T('untitled');

  // An item that moves between groups is drawn anew: the focus goes with it.
  useEffect(() => {
    if (toFocus.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-item="${toFocus.current}"]`)?.focus();
    toFocus.current = null;
  });

  const move = (item: ProgramItem, step: Move) => {
    const next = moved(items, item.key, step);
    const place = placeOf(next, item.key)!;
    toFocus.current = item.key;
    setSaid(T('moved', { title: shown(item), place: place.index + 1, of: place.siblings.length }));
    onChange(next);
  };
  const remove = (item: ProgramItem) => {
    setSaid(T('removed', { title: shown(item) }));
    toFocus.current = placeOf(items, item.key)?.group?.key ?? null;
    onChange(removed(items, item.key));
  };
  const add = (kind: ProgramItem['kind'], group: ProgramItem | null) => {
    const key = freeKey(items, kind);
    toFocus.current = key;
    onChange(added(items, group?.key ?? null, newItem(kind, key)));
  };
  const adding = (group: ProgramItem | null) => (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
      {KINDS.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant={group ? 'text' : 'outlined'}
          onClick={() => add(kind, group)}
          aria-label={group ? T('add_to', { what: T(`add.${kind}`), title: shown(group) }) : undefined}
        >
          {T(`add.${kind}`)}
        </Button>
      ))}
    </Box>
  );
  const level = (list: Items, at: string) => (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {list.map((item, index) => (
        <ItemRow
          key={item.key}
          item={item}
          items={items}
          path={`${at}.${index}`}
          title={shown(item)}
          faults={faults}
          onChange={(part) => onChange(changed(items, item.key, part))}
          onMove={(step) => move(item, step)}
          onRemove={() => remove(item)}
        >
          {item.kind === 'group' && (
            <Box sx={{ mt: 1.5, pl: 2, borderLeft: 2, borderColor: 'divider' }}>
              {level(item.items, `${at}.${index}.items`)}
              {adding(item)}
            </Box>
          )}
        </ItemRow>
      ))}
    </Box>
  );
  return (
    <div ref={box}>
      {items.length > 0 ? (
        level(items, name)
      ) : (
        <Typography variant="body2" color="text.secondary">
          {T('nothing')}
        </Typography>
      )}
      {adding(null)}
      <div role="status" style={visuallyHidden}>
        {said}
      </div>
    </div>
  );
};
