import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PreviewLesson } from './place.js';

/** What a lesson is made of, beside the phone. */
export const LessonFacts = ({ lesson }: { lesson: PreviewLesson }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.courses.view.${key}`, options);
  const separator = translate('common.separator');
  const facts: [string, string][] = [
    [
      T('for_tiers'),
      lesson.tiers ? lesson.tiers.map((tier) => translate(`tier.${tier}`)).join(separator) : T('everybody'),
    ],
    [T('length'), T('minutes', { minutes: lesson.minutes })],
    [T('blocks'), lesson.blocks.map(({ type }) => T(`block.${type}`)).join(separator)],
    [T('sources'), String(lesson.sources.length)],
  ];
  return (
    <Card component="section" aria-labelledby="lesson-facts" sx={{ p: 2.5 }}>
      <Typography id="lesson-facts" variant="subtitle2" component="h2" gutterBottom>
        {T('about')}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '7.5em 1fr', gap: '8px 16px', m: 0 }}>
        {facts.map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, lineHeight: 1.6 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
};
