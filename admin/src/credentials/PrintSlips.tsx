import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { IssuedCredentials } from '../providers/contract.js';

/** One slip a person, two columns on A4, to be cut apart; on paper only. */
export const PrintSlips = ({ issued, until }: { issued: IssuedCredentials; until: string }) => {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'none',
        '@media print': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '4mm', color: '#000', fontSize: '9.5pt' },
      }}
    >
      {issued.items.map((one) => (
        <Box key={one.personId} sx={{ border: '1px dashed #777', p: '4mm', breakInside: 'avoid' }}>
          <strong>{one.name}</strong> · {one.employeeNo}
          <div>{one.departmentPath}</div>
          <Box sx={{ mt: '2mm' }}>{translate(`credentials.slip_${issued.kind}`, { url: window.location.origin })}</Box>
          <Box sx={{ my: '1mm', fontFamily: 'ui-monospace, monospace', fontWeight: 700, overflowWrap: 'anywhere' }}>{one.secret}</Box>
          <div>{translate('credentials.slip_until', { until })}</div>
        </Box>
      ))}
    </Box>
  );
};
