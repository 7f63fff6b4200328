import {
  Alert,
  Button,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import type { Draft } from './draft.js';
import { useDraftText } from './useDraftText.js';
import { useDueText } from '../due/useDueText.js';
import { Warnings } from './Warnings.js';
import type { Preview } from './usePreview.js';

/** The consequences in one sentence, then by course. */
export const StepCheck = ({
  draft,
  preview: { data, error, refetch },
}: {
  draft: Draft;
  preview: Preview;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  const dueText = useDueText();
  const draftText = useDraftText(draft);
  const T = (key: string, values?: object) => translate(`resources.audience-rules.check.${key}`, values);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={200} />;
  const due = dueText(draft);
  const sentence = T(due ? 'sentence' : 'sentence_no_due', {
    people: format.people(data.people),
    completed: format.number(data.courses.reduce((sum, course) => sum + course.alreadyCompleted, 0)),
    due,
  });
  return (
    <>
      <Typography variant="h6" component="p" sx={{ mb: 1 }}>
        {sentence}
      </Typography>
      <Typography sx={{ mb: 1 }}>
        {translate('resources.audience-rules.fields.audience')}
        {translate('common.colon')}
        {draftText(draft)}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {T('keep')}
      </Typography>
      <Warnings warnings={data.warnings} />
      {data.withoutSignIn > 0 && (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
          action={
            can('credentials', 'create') && (
              <Button component={Link} to="/credentials" color="inherit" size="small">
                {T('hand_out')}
              </Button>
            )
          }
        >
          {T('without_sign_in', { count: format.number(data.withoutSignIn) })}
        </Alert>
      )}
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{T('course')}</TableCell>
            {(['newly', 'already', 'completed'] as const).map((column) => (
              <TableCell key={column} align="right">
                {T(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.courses.map((course) => (
            <TableRow key={course.courseId}>
              <TableCell component="th" scope="row">
                {textIn(course.title)}
              </TableCell>
              <TableCell align="right">{format.number(course.newlyAssigned)}</TableCell>
              <TableCell align="right">{format.number(course.alreadyAssigned)}</TableCell>
              <TableCell align="right">{format.number(course.alreadyCompleted)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
};
