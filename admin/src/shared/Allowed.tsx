import type { ReactNode } from 'react';
import { CanAccess, Loading } from 'react-admin';
import { Denied } from './Denied.js';

/** A screen that is no list of a resource, behind a permission, that of its menu entry unless it names another. */
export const Allowed = ({
  resource,
  action = 'list',
  children,
}: {
  resource: string;
  action?: string;
  children: ReactNode;
}) => (
  <CanAccess resource={resource} action={action} loading={<Loading />} accessDenied={<Denied />}>
    {children}
  </CanAccess>
);
