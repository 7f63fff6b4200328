import { Autocomplete, Box, Dialog, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { Course, Person } from '../providers/contract.js';
import { useDebounced } from '../shared/useDebounced.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { useMenu } from './useMenu.js';

interface Hit {
  group: 'screens' | 'people' | 'courses';
  key: string;
  label: string;
  note?: string;
  to: string;
}

/** ⌘K: screens at once, people and courses from the second character on. */
export const CommandPalette = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const translate = useTranslate();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-labelledby': undefined,
          'aria-label': translate('shell.search'),
          sx: { mt: '12vh', minHeight: 72 },
        },
      }}
    >
      <PaletteField onClose={onClose} />
    </Dialog>
  );
};

const PaletteField = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [input, setInput] = useState('');
  const q = useDebounced(input.trim(), 200);
  const screens = useScreens(input.trim());
  const found = useFound(q);
  const hits = [...screens, ...found];
  return (
    <Box sx={{ p: 1.5 }}>
      <Autocomplete<Hit, false, false, false>
        open
        disablePortal
        autoHighlight
        options={hits}
        filterOptions={(options) => options}
        groupBy={(hit) => translate(`shell.search_${hit.group}`)}
        getOptionLabel={(hit) => hit.label}
        getOptionKey={(hit) => hit.key}
        inputValue={input}
        onInputChange={(_event, text, reason) => reason !== 'reset' && setInput(text)}
        onChange={(_event, hit) => {
          if (!hit) return;
          onClose();
          void navigate(hit.to);
        }}
        noOptionsText={input ? translate('shell.search_none', { q: input }) : translate('shell.search_hint')}
        popupIcon={null}
        slotProps={{
          listbox: { sx: { maxHeight: '50vh' } },
          popper: {
            sx: { position: 'static !important', transform: 'none !important', width: 'auto !important' },
          },
          paper: { elevation: 0 },
        }}
        renderGroup={({ key, group, children }) => (
          <div key={key} role="group" aria-label={group}>
            <Typography
              variant="caption"
              color="text.secondary"
              component="div"
              aria-hidden
              sx={{ px: 1, pt: 1 }}
            >
              {group}
            </Typography>
            <Box component="ul" role="presentation" sx={{ p: 0 }}>
              {children}
            </Box>
          </div>
        )}
        renderOption={({ key, ...props }, hit) => (
          <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 1.5 }}>
            <span>{hit.label}</span>
            {hit.note && (
              <Typography component="span" variant="body2" color="text.secondary" noWrap sx={{ ml: 'auto' }}>
                {hit.note}
              </Typography>
            )}
          </Box>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            autoFocus
            label={translate('shell.search')}
            placeholder={translate('shell.search_hint')}
            margin="none"
          />
        )}
      />
    </Box>
  );
};

function useScreens(q: string): Hit[] {
  const translate = useTranslate();
  const groups = useMenu();
  return groups
    .flatMap((group) => group.entries)
    .map((entry): Hit => ({
      group: 'screens',
      key: entry.to,
      label: translate(entry.label, { smart_count: 2 }),
      to: entry.to,
    }))
    .filter((hit) => hit.label.toLowerCase().includes(q.toLowerCase()));
}

function useFound(q: string): Hit[] {
  const dataProvider = useDataProvider();
  const textIn = useText();
  const { can } = useMe();
  const list = <T extends Person | Course>(resource: string) => ({
    queryKey: ['palette', resource, q],
    enabled: q.length > 0 && can(resource, 'list'),
    queryFn: async () =>
      (
        await dataProvider.getList(resource, {
          pagination: { page: 1, perPage: 6 },
          sort: { field: 'id', order: 'ASC' as const },
          filter: { q },
        })
      ).data as T[],
  });
  const { data: people = [] } = useQuery(list<Person>('people'));
  const { data: courses = [] } = useQuery(list<Course>('courses'));
  return [
    ...people.map((person): Hit => ({
      group: 'people',
      key: person.id,
      label: person.name,
      note: `${person.employeeNo} · ${person.department.path}`,
      to: `/people?person=${person.id}`,
    })),
    ...courses.map((course): Hit => ({
      group: 'courses',
      key: course.id,
      label: textIn(course.title),
      to: `/courses/${course.id}/show`,
    })),
  ];
}
