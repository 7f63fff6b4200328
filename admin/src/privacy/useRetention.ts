import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';

export const RETENTION_KEY = ['retention'];

export const useRetention = () => {
  const api = useDataProvider<ReadyroomDataProvider>();
  return useQuery({ queryKey: RETENTION_KEY, queryFn: ({ signal }) => api.getRetention(signal) });
};
