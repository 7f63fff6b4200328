import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { Box, Chip, Typography } from '@mui/material';
import { DataTable, List, SearchInput, TopToolbar, useTranslate } from 'react-admin';
import type { Course } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TIERS } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';

export const CourseList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  useListKeys('courses');
  const T = (key: string, options?: object) => translate(`resources.courses.${key}`, options);
  return (
    <List<Course>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 230 }} />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'position', order: 'ASC' }}
      perPage={25}
      exporter={false}
      empty={<EmptyTeaches icon={MenuBookOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<Course> bulkActionButtons={false} rowClick="show" hover>
        <DataTable.Col<Course>
          source="title"
          disableSort
          render={(course) => (
            <Box sx={{ maxWidth: 420, py: 0.5 }}>
              <RecordLink to={`/courses/${course.id}/show`}>{textIn(course.title)}</RecordLink>
              <Typography variant="body2" color="text.secondary" sx={CLAMPED}>
                {textIn(course.summary)}
              </Typography>
            </Box>
          )}
        />
        <DataTable.Col<Course>
          source="versions"
          disableSort
          render={({ publishedVersion, draftVersion }) => (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
              {publishedVersion ? (
                <span>{T('v', publishedVersion)}</span>
              ) : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {T('never_published')}
                </Box>
              )}
              {draftVersion && (
                <Chip
                  size="small"
                  color="warning"
                  variant="outlined"
                  label={T('draft_waits', draftVersion)}
                />
              )}
            </Box>
          )}
        />
        {TIERS.map((tier) => (
          <DataTable.Col<Course>
            align="right"
            key={tier}
            source={`minutes.${tier}`}
            label={`resources.courses.minutes.${tier}`}
            disableSort
            render={(course) => format.number(course.minutes[tier])}
          />
        ))}
        {(['questions', 'learners', 'completions'] as const).map((name) => (
          <DataTable.Col<Course>
            align="right"
            key={name}
            source={name}
            disableSort
            render={(course) => format.number(course[name])}
          />
        ))}
      </DataTable>
    </List>
  );
};

const CLAMPED = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;
