import { Card, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

export const ReportSection = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2.5, display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Typography id={id} variant="subtitle2" component="h2">
        {title}
      </Typography>
      {children}
    </Card>
  );
};
