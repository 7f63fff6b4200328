import { Box, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { useCourses } from '../audience-rules/useCourses.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { AnalyticsFilterBar } from './AnalyticsFilterBar.js';
import { readFilters, writeFilters, type AnalyticsFilters } from './filters.js';
import { QuestionsFigure } from './QuestionsFigure.js';
import { StopsFigure } from './StopsFigure.js';
import { TopicsFigure } from './TopicsFigure.js';
import { TrendFigure } from './TrendFigure.js';

/** Four figures under one set of filters; each opens into the people behind it. */
export const AnalyticsPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useAddressQuery();
  const { courses } = useCourses();
  const filters = readFilters(search);
  const change = (part: Partial<AnalyticsFilters>) =>
    setSearch((before) => writeFilters(before, { ...readFilters(before), ...part }));
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
      <Title title={translate('resources.analytics.name')} />
      <AnalyticsFilterBar filters={filters} courses={courses} onChange={change} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
        <TrendFigure filters={filters} />
        <TopicsFigure filters={filters} />
        <QuestionsFigure filters={filters} />
        <StopsFigure filters={filters} courseId={filters.courseId ?? courses[0]?.id ?? null} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {translate('resources.analytics.note')}
      </Typography>
    </Box>
  );
};
