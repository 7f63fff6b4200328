import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { RecordLink } from './RecordLink.js';

/** A name that opens the quick profile over this screen. */
export const PersonLink = ({ id, children }: { id: string; children: ReactNode }) => {
  const { search } = useLocation();
  const after = new URLSearchParams(search);
  after.set('person', id);
  return <RecordLink to={`?${after.toString()}`}>{children}</RecordLink>;
};
