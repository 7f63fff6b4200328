import { Box, Link } from '@mui/material';
import type { DrillReport } from '../providers/contract.js';

/** Where the timeline of a report tells of an entry of the log. */
export const anchorOf = (seq: number): string => `log-${seq}`;

interface Props {
  seqs: readonly number[];
  report: Pick<DrillReport, 'timeline'>;
}

/** The entries of the log that something rests on; those that the timeline tells of lead there. */
export const Evidence = ({ seqs, report }: Props) => {
  if (seqs.length === 0) return '—';
  const told = new Set(report.timeline.map(({ seq }) => seq));
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1 }}>
      {seqs.map((seq) =>
        told.has(seq) ? (
          <Link key={seq} href={`#${anchorOf(seq)}`}>
            #{seq}
          </Link>
        ) : (
          <span key={seq}>#{seq}</span>
        ),
      )}
    </Box>
  );
};
