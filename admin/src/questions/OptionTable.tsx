import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { QuestionDetail } from '../providers/contract.js';
import { visuallyHidden } from '../shared/visuallyHidden.js';
import { BothLanguages } from './BothLanguages.js';
import { ShareBar } from './ShareBar.js';

/** Options in both languages, which are right, and the share of people that chose each. */
export const OptionTable = ({ options }: Pick<QuestionDetail, 'options'>) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`resources.questions.key.${key}`);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={T('caption')}>
      <Table size="small">
        <caption style={visuallyHidden}>{T('caption')}</caption>
        <TableHead>
          <TableRow>
            <TableCell scope="col">{T('option')}</TableCell>
            <TableCell scope="col">{T('correct')}</TableCell>
            <TableCell scope="col" sx={{ width: 190 }}>
              {T('chosen')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {options.map(({ text, correct, chosenPercent }) => (
            <TableRow key={text.en} sx={correct ? { bgcolor: 'action.hover' } : undefined}>
              <TableCell component="th" scope="row" sx={{ py: 1.25 }}>
                <BothLanguages text={text} strong={correct} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {correct ? (
                  <Box
                    component="span"
                    sx={{
                      display: 'inline-flex',
                      gap: 0.5,
                      alignItems: 'center',
                      color: 'success.main',
                      fontWeight: 650,
                    }}
                  >
                    <CheckCircleOutlined fontSize="small" aria-hidden />
                    {T('is_correct')}
                  </Box>
                ) : (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {T('is_wrong')}
                  </Box>
                )}
              </TableCell>
              <TableCell>
                <ShareBar percent={chosenPercent} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
