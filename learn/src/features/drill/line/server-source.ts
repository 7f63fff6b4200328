import type { DrillClock, DrillEvent, DrillEventPage } from '@readyroom/contract';
import { api } from '../../../shared/api/client.js';
import { online } from '../../../shared/connection.js';
import type { LineSource } from './drill-line.js';

/** A run as the server tells it. Reconnecting is the line's: a browser would give up after the first refusal. */
export const serverSource = (runId: string): LineSource => ({
  page: (after) => api.get<DrillEventPage>(`/drills/${runId}/events`, { after: `${after}` }),
  stream: (after, listener) => {
    const source = new EventSource(`/api/drills/${runId}/stream?after=${after}`);
    const read = <T>({ data }: MessageEvent): T => JSON.parse(data as string) as T;
    source.addEventListener('message', (message) => listener.event(read<DrillEvent>(message)));
    source.addEventListener('clock', (message) => listener.clock(read<DrillClock>(message)));
    source.addEventListener('end', () => listener.end());
    source.addEventListener('error', () => listener.broken());
    return () => source.close();
  },
  online,
  whenShown: (listener) => {
    const shown = () => !document.hidden && listener();
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  },
});
