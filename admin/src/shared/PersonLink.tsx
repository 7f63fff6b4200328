import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink, useLocation } from 'react-router';

/** A name that opens the quick profile over this screen. */
export const PersonLink = ({ id, children }: { id: string; children: ReactNode }) => {
  const { search } = useLocation();
  const after = new URLSearchParams(search);
  after.set('person', id);
  return (
    <Link
      component={RouterLink}
      to={{ search: after.toString() }}
      onClick={(event) => event.stopPropagation()}
      sx={{ color: 'text.primary', fontWeight: 600, textDecorationColor: 'transparent', '&:hover': { textDecorationColor: 'inherit' } }}
    >
      {children}
    </Link>
  );
};
