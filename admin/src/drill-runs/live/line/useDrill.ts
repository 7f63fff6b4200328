import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DrillStage } from '../../../providers/contract.js';
import { request } from '../../../providers/http.js';
import { DrillLine } from './DrillLine.js';
import { serverSource } from './serverSource.js';

/** A run from both sides: what does not change (the stage) and what happens (the line). */
export function useDrill(runId: string) {
  const line = useMemo(() => new DrillLine(serverSource(runId)), [runId]);
  useEffect(() => {
    line.start();
    return () => line.stop();
  }, [line]);
  const state = useSyncExternalStore(line.subscribe, line.get);
  const status = state.clock?.status;
  const stage = useQuery<DrillStage>({
    // The beginning and the end change what the stage says of the run.
    queryKey: ['drill-stage', runId, status],
    queryFn: ({ signal }) => request<DrillStage>('GET', `drills/${runId}/stage`, { signal }),
    placeholderData: keepPreviousData as never,
  });
  return {
    state,
    stage: stage.data,
    error: state.error ?? stage.error,
    retry: () => {
      line.stop();
      line.start();
      void stage.refetch();
    },
  };
}

/** The steady clock of this browser, told twice a second. */
export function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
