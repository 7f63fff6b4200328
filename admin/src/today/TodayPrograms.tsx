import { Box, Card, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { CertificationBoard } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { NumberLink } from '../shared/NumberLink.js';
import { useText } from '../shared/useLocale.js';

/** What needs somebody, in the order in which it does. */
const SAID = ['overdue', 'in_grace', 'expiring_soon'] as const;
type Line = CertificationBoard['byProgram'][number];
const said = ({ numbers }: Line) => SAID.filter((status) => numbers.byStatus[status] > 0);

/** A sentence a program: who is late, and whose certification ends soon. The numbers are those of the board. */
export const TodayPrograms = () => {
  const translate = useTranslate();
  const textIn = useText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data } = useQuery({
    queryKey: ['certification-board', 'today'],
    queryFn: ({ signal }) => api.getCertificationBoard({}, signal),
  });
  // Without programs there is nothing to say; a board that cannot be read says so on its own screen.
  if (!data || data.byProgram.length === 0) return null;
  const titleOf = ({ programId }: Line) => {
    const program = data.programs.find(({ id }) => id === programId);
    return program ? textIn(program.title) : '';
  };
  const loud = data.byProgram.filter((line) => said(line).length > 0);
  const calm = data.byProgram.filter((line) => said(line).length === 0);
  return (
    <Card component="section" aria-labelledby="today-programs" sx={{ p: 2.5, mt: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Typography id="today-programs" component="h2" variant="h6" sx={{ flex: 1 }}>
          {translate('today.programs')}
        </Typography>
        <Link component={RouterLink} to="/certification">
          {translate('today.to_board')}
        </Link>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {loud.map((line) => {
          const title = titleOf(line);
          return (
            <Box
              component="li"
              key={line.programId}
              sx={{ py: 1, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0, pb: 0 } }}
            >
              <Typography component="h3" variant="body2" sx={{ fontWeight: 600 }}>
                {title}
              </Typography>
              <Typography component="p">
                <Sentence line={line} title={title} />
              </Typography>
            </Box>
          );
        })}
      </Box>
      {calm.length > 0 && (
        <Typography sx={{ mt: 1 }}>
          {translate('today.programs_calm', {
            programs: calm.map(titleOf).join(translate('common.separator')),
          })}
        </Typography>
      )}
    </Card>
  );
};

const Sentence = ({ line, title }: { line: Line; title: string }) => {
  const translate = useTranslate();
  const { programId, numbers } = line;
  const statuses = said(line);
  return statuses.map((status, index) => (
    <Box component="span" key={status}>
      {index > 0 && translate('today.programs_and')}
      <NumberLink
        list="certification-people"
        value={numbers.byStatus[status]}
        label={`${title}, ${translate(`program_status.${status}`)}`}
        filter={{ programId: [programId], status: [status] }}
        danger={status === 'overdue'}
      />
      {translate(`today.programs_${status}`)}
      {index === statuses.length - 1 && translate('today.programs_stop')}
    </Box>
  ));
};
