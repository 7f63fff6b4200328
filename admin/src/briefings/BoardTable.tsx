import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BriefingBoard, BriefingNumbers } from '../providers/contract.js';
import { RecordLink } from '../shared/RecordLink.js';
import { useFormat } from '../shared/useFormat.js';

const ANSWERS = ['acknowledged', 'opened', 'unopened', 'late'] as const;

interface Row extends BriefingNumbers {
  key: string;
  label: string;
  filter: Record<string, string>;
}

export const BoardTable = ({ board }: { board: BriefingBoard }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const rows: Row[] = [
    { key: 'all', label: T('everybody'), filter: {}, ...board.total },
    ...board.tiers.map((one) => ({
      key: one.tier,
      label: translate(`tier.${one.tier}`),
      filter: { tier: one.tier },
      ...numbersOf(one),
    })),
    ...board.departments.map((one) => ({
      key: one.id,
      label: one.name,
      filter: { departmentId: one.id },
      ...numbersOf(one),
    })),
  ];
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{T('column.who')}</TableCell>
            <TableCell align="right">{T('column.asked')}</TableCell>
            {ANSWERS.map((answer) => (
              <TableCell key={answer} align="right">
                {T(`answer.${answer}`)}
              </TableCell>
            ))}
            <TableCell align="right">{T('column.median')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key}>
              <TableCell component="th" scope="row">
                {row.label}
              </TableCell>
              <TableCell align="right">{format.number(row.asked)}</TableCell>
              {ANSWERS.map((answer) => (
                <TableCell key={answer} align="right">
                  {row[answer] === 0 ? (
                    0
                  ) : (
                    <RecordLink to={`?${new URLSearchParams({ answer, ...row.filter }).toString()}`}>
                      {format.number(row[answer])}
                    </RecordLink>
                  )}
                </TableCell>
              ))}
              <TableCell align="right">
                {row.medianSeconds === null
                  ? '—'
                  : T('seconds', { n: format.number(Math.round(row.medianSeconds)) })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

const numbersOf = ({
  asked,
  acknowledged,
  opened,
  unopened,
  late,
  medianSeconds,
}: BriefingNumbers): BriefingNumbers => ({ asked, acknowledged, opened, unopened, late, medianSeconds });
