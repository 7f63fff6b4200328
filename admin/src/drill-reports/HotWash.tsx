import { Box, Typography } from '@mui/material';
import type { DrillReport } from '../providers/contract.js';
import { ReportSection } from './ReportSection.js';
import { useReportWords } from './useReportWords.js';

/** What those who took part wrote right afterwards; nobody is named who did not ask for it. */
export const HotWash = ({ report }: { report: DrillReport }) => {
  const { T } = useReportWords();
  return (
    <ReportSection title={T('hot_wash')}>
      {report.hotWash.length === 0 && <Typography color="text.secondary">{T('no_hot_wash')}</Typography>}
      {report.hotWash.map(({ name, confidenceBefore, confidenceAfter, ...said }, index) => (
        <Box key={index} sx={{ borderTop: index ? 1 : 0, borderColor: 'divider', pt: index ? 1.5 : 0 }}>
          <Typography variant="body2" color="text.secondary">
            {name ?? T('unnamed')} · {T('confidence', { before: confidenceBefore, after: confidenceAfter })}
          </Typography>
          {(['kept', 'missed', 'change'] as const)
            .filter((key) => said[key] !== '')
            .map((key) => (
              <Typography key={key} sx={{ overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {T('label', { name: T(key) })}
                </Box>
                {said[key]}
              </Typography>
            ))}
        </Box>
      ))}
    </ReportSection>
  );
};
