import { Box } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import type { IssuedCredentials } from '../providers/contract.js';

interface Props {
  issued: IssuedCredentials;
  until: string;
  onPrinted: () => void;
}

/** One slip a person, two columns on A4, to be cut apart. Opens the print dialog; thousands of slips are plain elements. */
export const PrintSlips = ({ issued, until, onPrinted }: Props) => {
  const translate = useTranslate();
  useEffect(() => {
    window.print();
    onPrinted();
  }, [onPrinted]);
  const lead = translate(`credentials.slip_${issued.kind}`, { url: window.location.origin });
  const validity = translate('credentials.slip_until', { until });
  return (
    <Box
      sx={{
        display: 'none',
        '@media print': {
          display: 'grid',
          gridTemplateColumns: '1fr 1fr',
          gap: '4mm',
          color: '#000',
          fontSize: '9.5pt',
        },
        '& article': { border: '1px dashed #777', padding: '4mm', breakInside: 'avoid' },
        '& p': { margin: '1mm 0' },
        '& code': { fontFamily: 'ui-monospace, monospace', fontWeight: 700, overflowWrap: 'anywhere' },
      }}
    >
      {issued.items.map((one) => (
        <article key={one.personId}>
          <strong>{one.name}</strong> · {one.employeeNo}
          <p>{one.departmentPath}</p>
          <p>{lead}</p>
          <code>{one.secret}</code>
          <p>{validity}</p>
        </article>
      ))}
    </Box>
  );
};
