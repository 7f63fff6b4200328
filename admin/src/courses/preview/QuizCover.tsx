import { Box, Typography } from '@mui/material';
import type { VersionPreview } from '../../providers/contract.js';
import { phoneTexts } from './phoneTexts.js';

/** What a learner reads before the quiz begins. */
export const QuizCover = ({ preview: { quiz, locale } }: { preview: VersionPreview }) => {
  const texts = phoneTexts[locale];
  const questions = quiz.draw.reduce((sum, { count }) => sum + count, 0);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography component="h2" sx={{ fontSize: '1.375rem', fontWeight: 680, lineHeight: 1.35 }}>
        {quiz.title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        <li>{texts.quizFacts(questions, quiz.limitMinutes)}</li>
        <li>{texts.pass(quiz.passPercent)}</li>
        <li>{texts.attempts(quiz.attempts)}</li>
      </Box>
    </Box>
  );
};
