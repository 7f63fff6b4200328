import { useListContext } from 'react-admin';
import { LoadFailed } from './LoadFailed.js';

/** `error` of a react-admin List. */
export const ListFailed = () => {
  const { error, refetch } = useListContext();
  return <LoadFailed error={error} onRetry={() => void refetch()} />;
};
