import type { DrillClock, DrillEvent, DrillEventPage } from '../../../providers/contract.js';
import { apiUrl, request } from '../../../providers/http.js';
import type { LineSource } from './DrillLine.js';

/** A run as the server tells it. Reconnecting is the line's: a browser would give up after the first refusal. */
export const serverSource = (runId: string): LineSource => ({
  page: (after) => request<DrillEventPage>('GET', `drills/${runId}/events`, { query: { after } }),
  stream: (after, listener) => {
    const source = new EventSource(apiUrl(`drills/${runId}/stream`, { after }));
    const read = <T>({ data }: MessageEvent): T => JSON.parse(data as string) as T;
    source.addEventListener('message', (message) => listener.event(read<DrillEvent>(message)));
    source.addEventListener('clock', (message) => listener.clock(read<DrillClock>(message)));
    source.addEventListener('end', () => listener.end());
    source.addEventListener('error', () => listener.broken());
    return () => source.close();
  },
});
