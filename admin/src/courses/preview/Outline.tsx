import { Box, List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router';
import type { VersionPreview } from '../../providers/contract.js';
import { QUIZ, writePlace } from './place.js';

/** Modules, lessons and the quiz of a version as this tier gets them. */
export const Outline = ({ preview, partId }: { preview: VersionPreview; partId: string }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.courses.view.${key}`, options);
  const groups = [
    ...preview.modules.map((module) => ({ id: module.id, title: module.title, entries: module.lessons })),
    {
      id: QUIZ,
      title: T('quiz'),
      entries: [{ id: QUIZ, title: preview.quiz.title, minutes: preview.quiz.limitMinutes, case: null }],
    },
  ];
  return (
    <Box
      component="nav"
      aria-label={T('outline')}
      sx={{ minWidth: 0, position: { lg: 'sticky' }, top: { lg: 72 } }}
    >
      {groups.map((group) => (
        <Box key={group.id} sx={{ mb: 1.5 }}>
          <Typography
            component="h2"
            variant="body2"
            color="text.secondary"
            sx={{ px: 1.5, fontWeight: 650 }}
            lang={group.id === QUIZ ? undefined : preview.locale}
          >
            {group.title}
          </Typography>
          <List dense disablePadding>
            {group.entries.map((entry) => (
              <OutlineEntry
                key={entry.id}
                id={entry.id}
                title={entry.title}
                lang={preview.locale}
                isHere={entry.id === partId}
                note={[
                  T('minutes', { minutes: entry.minutes }),
                  ...(entry.case ? [T('case_mark')] : []),
                ].join(' · ')}
              />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
};

interface EntryProps {
  id: string;
  title: string;
  note: string;
  lang: string;
  isHere: boolean;
}

const OutlineEntry = ({ id, title, note, lang, isHere }: EntryProps) => {
  const [search] = useSearchParams();
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={Link}
        to={`?${writePlace(search, { part: id }).toString()}`}
        selected={isHere}
        aria-current={isHere ? 'page' : undefined}
        sx={{ borderRadius: 1.5, px: 1.5 }}
      >
        <ListItemText
          primary={<span lang={lang}>{title}</span>}
          secondary={note}
          slotProps={{ secondary: { color: 'text.secondary' } }}
        />
      </ListItemButton>
    </ListItem>
  );
};
