import { Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { QuestionDetail } from '../providers/contract.js';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';

/** How often it was answered and how well, with the way to the people behind it. */
export const QuestionResults = ({ question: { id, stats } }: { question: QuestionDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.questions.results.${key}`, options);
  if (stats.meanPercent === null) return <Typography color="text.secondary">{T('none')}</Typography>;
  const mean = translate('common.percent', { value: format.number(stats.meanPercent) });
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{T('summary', { smart_count: stats.answered, mean })}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ my: 0.5 }}>
        {T('note')}
      </Typography>
      {can('analytics-people', 'list') && (
        <Button
          component={Link}
          to={listLink('analytics-people', { of: 'question', questionId: id })}
          size="small"
          sx={{ ml: -0.75 }}
        >
          {T('people')}
        </Button>
      )}
    </>
  );
};
