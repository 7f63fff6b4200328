import { Navigate } from 'react-router';
import { Loading } from 'react-admin';
import { useMe } from '../shared/useMe.js';
import { TodayPage } from '../today/TodayPage.js';
import { useMenu } from './useMenu.js';

/** `/` opens Today for those who have it, else the first screen they may open. */
export const Home = () => {
  const { me, can } = useMe();
  const groups = useMenu();
  if (!me) return <Loading />;
  if (can('today', 'list')) return <TodayPage />;
  const to = groups.flatMap((group) => group.entries).find((entry) => entry.to !== '/')?.to;
  return to ? <Navigate to={to} replace /> : null;
};
