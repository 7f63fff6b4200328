import type { ReactNode } from 'react';
import { CanAccess, Loading } from 'react-admin';
import { Denied } from './Denied.js';

/** A screen that is no list of a resource, behind the permission of its menu entry. */
export const Allowed = ({ resource, children }: { resource: string; children: ReactNode }) => (
  <CanAccess resource={resource} action="list" loading={<Loading />} accessDenied={<Denied />}>
    {children}
  </CanAccess>
);
