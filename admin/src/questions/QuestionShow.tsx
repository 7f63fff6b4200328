import ArrowBack from '@mui/icons-material/ArrowBack';
import { Box, Button, Card, Chip, Skeleton, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { QuestionDetail } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDetail } from '../shared/useDetail.js';
import { BothLanguages } from './BothLanguages.js';
import { QuestionFacts } from './QuestionFacts.js';
import { QuestionKey } from './QuestionKey.js';
import { QuestionResults } from './QuestionResults.js';

export const QuestionShow = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { data: question, error, refetch } = useDetail<QuestionDetail>('questions', id);
  const T = (key: string) => translate(`resources.questions.${key}`);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!question) return <Skeleton variant="rounded" height={420} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1180 }}>
      <Title title={T('title')} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', pt: 1 }}>
        <Button component={Link} to="/questions" startIcon={<ArrowBack />}>
          {T('back')}
        </Button>
        {question.retired && <Chip size="small" variant="outlined" label={T('state.retired')} />}
      </Box>
      <Section title={T('texts')}>
        <BothLanguages text={question.prompt} strong />
      </Section>
      <Section title={T('key.title')}>
        <QuestionKey question={question} />
      </Section>
      <Section title={T('rationale')}>
        <BothLanguages text={question.rationale} />
        {question.source && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
            {T('fields.source')}: {question.source}
          </Typography>
        )}
      </Section>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={T('results.title')}>
          <QuestionResults question={question} />
        </Section>
        <Section title={T('facts')}>
          <QuestionFacts question={question} />
        </Section>
      </Box>
    </Box>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2.5, minWidth: 0 }}>
      <Typography id={id} variant="subtitle2" component="h2" gutterBottom>
        {title}
      </Typography>
      {children}
    </Card>
  );
};
