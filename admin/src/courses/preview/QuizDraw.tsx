import { Card, Link, Table, TableBody, TableCell, TableContainer, TableFooter, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { VersionPreview } from '../../providers/contract.js';
import { listLink } from '../../shared/listLink.js';
import { useFormat } from '../../shared/useFormat.js';
import { useMe } from '../../shared/useMe.js';
import { visuallyHidden } from '../../shared/visuallyHidden.js';

type Stratum = VersionPreview['quiz']['draw'][number];

/** What the quiz draws for this tier and from how many; says so where a pool leaves no choice. */
export const QuizDraw = ({ preview }: { preview: VersionPreview }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const { draw } = preview.quiz;
  const T = (key: string) => translate(`resources.courses.quiz.${key}`);
  const bank = ({ topic, difficulty }: Stratum) =>
    listLink('questions', {
      topic,
      tier: preview.tier,
      retired: false,
      ...(difficulty ? { difficulty } : {}),
    });
  const warning = ({ count, pool }: Stratum) =>
    pool < count ? T('too_few') : pool === count ? T('no_choice') : null;
  return (
    <Card component="section" aria-labelledby="quiz-draw" sx={{ p: 2.5 }}>
      <Typography id="quiz-draw" variant="subtitle2" component="h2">
        {T('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {T('help')}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={T('caption')}>
        <Table size="small">
          <caption style={visuallyHidden}>{T('caption')}</caption>
          <TableHead>
            <TableRow>
              {(['topic', 'difficulty', 'scope', 'count', 'pool'] as const).map((name) => (
                <TableCell
                  key={name}
                  scope="col"
                  align={name === 'count' || name === 'pool' ? 'right' : 'left'}
                >
                  {T(name)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {draw.map((stratum) => (
              <TableRow key={`${stratum.topic} ${stratum.scope} ${stratum.difficulty ?? ''}`}>
                <TableCell component="th" scope="row" lang={preview.locale}>
                  {can('questions', 'list') ? (
                    <Link component={RouterLink} to={bank(stratum)} title={T('to_bank')}>
                      {stratum.topicTitle}
                    </Link>
                  ) : (
                    stratum.topicTitle
                  )}
                </TableCell>
                <TableCell>{stratum.difficulty ?? T('any_difficulty')}</TableCell>
                <TableCell>{T(`scopes.${stratum.scope}`)}</TableCell>
                <TableCell align="right">{format.number(stratum.count)}</TableCell>
                <TableCell align="right">
                  {format.number(stratum.pool)}
                  {warning(stratum) && (
                    <Typography
                      variant="body2"
                      color={stratum.pool < stratum.count ? 'error.main' : 'warning.main'}
                    >
                      {warning(stratum)}
                    </Typography>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
          <TableFooter>
            <TableRow sx={{ '& td, & th': { color: 'text.primary', fontSize: '0.875rem', fontWeight: 650 } }}>
              <TableCell component="th" scope="row" colSpan={3}>
                {T('sum')}
              </TableCell>
              <TableCell align="right">
                {format.number(draw.reduce((sum, { count }) => sum + count, 0))}
              </TableCell>
              <TableCell />
            </TableRow>
          </TableFooter>
        </Table>
      </TableContainer>
    </Card>
  );
};
