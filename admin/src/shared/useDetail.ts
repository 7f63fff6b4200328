import { useGetOne, type RaRecord } from 'react-admin';

const DETAIL = { detail: true };

/**
 * One record with everything its own screen shows. react-admin fills its cache of single records from the lists, whose
 * rows hold less; under `meta` the full record keeps a place of its own.
 */
export const useDetail = <T extends RaRecord>(resource: string, id: string) =>
  useGetOne<T>(resource, { id, meta: DETAIL });
