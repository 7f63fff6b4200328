import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { ReadinessCell } from '../providers/contract.js';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';

interface Props {
  cell: ReadinessCell | undefined;
  /** What is counted, for whoever does not see the table. */
  label: string;
  /** Filter of the list behind it; null for readers who may not see people. */
  filter: object | null;
}

/** A mean with a bar, and how many people it rests on. */
export const BoardCell = ({ cell, label, filter }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.readiness.${key}`, options);
  const quiet = { color: 'text.secondary', fontSize: 12.5 } as const;
  if (!cell || cell.people === 0) return <Box sx={quiet}>{T('nobody')}</Box>;
  if (cell.hidden) return <Box sx={quiet}>{T('hidden')}</Box>;
  const { mean, people, withEvidence } = cell;
  const number = mean === null ? T('none') : format.number(mean);
  return (
    <Box sx={{ minWidth: 104, fontVariantNumeric: 'tabular-nums' }}>
      {filter ? (
        <Link
          component={RouterLink}
          to={listLink('readiness-people', filter)}
          aria-label={T('open', { label: `${label}, ${number}` })}
          sx={{
            color: 'text.primary',
            fontWeight: mean === null ? 400 : 600,
            textDecorationColor: 'currentcolor',
          }}
        >
          {number}
        </Link>
      ) : (
        <span>{number}</span>
      )}
      {mean !== null && (
        <Box
          aria-hidden
          sx={{ mt: 0.5, height: 4, borderRadius: 2, bgcolor: 'action.selected', overflow: 'hidden' }}
        >
          <Box sx={{ height: 1, width: `${mean}%`, bgcolor: 'primary.main' }} />
        </Box>
      )}
      <Box sx={{ ...quiet, mt: 0.25 }}>
        {T('with_evidence', {
          count: format.number(withEvidence ?? 0),
          people: format.number(people),
        })}
      </Box>
    </Box>
  );
};
