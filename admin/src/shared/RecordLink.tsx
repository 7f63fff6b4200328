import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

/** The name of a record in a list, as the link that keyboard and screen reader use to open it. */
export const RecordLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    component={RouterLink}
    to={to}
    onClick={(event) => event.stopPropagation()}
    sx={{
      color: 'text.primary',
      fontWeight: 600,
      textDecorationColor: 'transparent',
      '&:hover': { textDecorationColor: 'inherit' },
    }}
  >
    {children}
  </Link>
);
