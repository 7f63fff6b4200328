import { Card, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A part of the form, or of a page about a schedule, under a name of its own. */
export const SectionCard = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => {
  const heading = useId();
  return (
    <Card
      component="section"
      id={id}
      aria-labelledby={heading}
      sx={{ p: 2.5, scrollMarginTop: 80, minWidth: 0 }}
    >
      <Typography id={heading} variant="subtitle2" component="h2" gutterBottom>
        {title}
      </Typography>
      {children}
    </Card>
  );
};
