import { Box, Card, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A titled card of a pane. */
export const Section = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, mb: 1 }}>
        <Typography id={id} variant="subtitle2" component="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {note && (
          <Typography variant="body2" color="text.secondary">
            {note}
          </Typography>
        )}
      </Box>
      {children}
    </Card>
  );
};

/** Lines under each other with a rule between them. */
export const Lines = ({ children }: { children: ReactNode }) => (
  <Box
    component="ul"
    sx={{
      listStyle: 'none', m: 0, p: 0,
      '& > li': { py: 1, borderTop: 1, borderColor: 'divider', lineHeight: 1.55, fontSize: 14 },
      '& > li:first-of-type': { borderTop: 0, pt: 0 },
    }} // prettier-ignore
  >
    {children}
  </Box>
);
