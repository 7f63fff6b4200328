import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CourseDetail } from '../providers/contract.js';
import { TIERS } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';

/** How long, how much, how many; texts and figures are those of the published version, before that of the draft. */
export const CourseNumbers = ({ course }: { course: CourseDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string) => translate(`resources.courses.${key}`);
  const counts = (['lessons', 'questions', 'learners', 'completions'] as const).map((name) => ({
    label: T(`fields.${name}`),
    value: course[name],
  }));
  const minutes = TIERS.map((tier) => ({ label: translate(`tier.${tier}`), value: course.minutes[tier] }));
  return (
    <Card component="section" aria-labelledby="course-numbers" sx={{ p: 2.5 }}>
      <Typography id="course-numbers" variant="subtitle2" component="h2" gutterBottom>
        {T('in_numbers')}
      </Typography>
      <Figures figures={counts.map(({ label, value }) => ({ label, text: format.number(value) }))} />
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2.5 }} gutterBottom>
        {T('minutes_title')}
      </Typography>
      <Figures
        figures={minutes.map(({ label, value }) => ({
          label,
          text: translate('resources.courses.view.minutes', { minutes: format.number(value) }),
        }))}
      />
    </Card>
  );
};

const Figures = ({ figures }: { figures: readonly { label: string; text: string }[] }) => (
  <Box
    component="dl"
    sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: 2, m: 0 }}
  >
    {figures.map(({ label, text }) => (
      <Box key={label} sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
        <Typography component="dt" variant="body2" color="text.secondary">
          {label}
        </Typography>
        <Typography
          component="dd"
          sx={{ m: 0, fontSize: 22, fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}
        >
          {text}
        </Typography>
      </Box>
    ))}
  </Box>
);
