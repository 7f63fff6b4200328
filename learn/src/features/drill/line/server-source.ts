import type { DrillClock, DrillEvent, DrillEventPage } from '@readyroom/contract';
import { api } from '../../../shared/api/client.js';
import { online } from '../../../shared/connection.js';
import type { LineSource } from './drill-line.js';
import { sharedStream } from './shared-stream.js';
import { tabGroup } from './tab-group.js';

/** Reconnecting is the line's: a browser would give up after the first refusal. */
const streamOf =
  (runId: string): LineSource['stream'] =>
  (after, listener) => {
    const source = new EventSource(`/api/drills/${runId}/stream?after=${after}`);
    const read = <T>({ data }: MessageEvent): T => JSON.parse(data as string) as T;
    source.addEventListener('message', (message) => listener.event(read<DrillEvent>(message)));
    source.addEventListener('clock', (message) => listener.clock(read<DrillClock>(message)));
    source.addEventListener('end', () => listener.end());
    source.addEventListener('error', () => listener.broken());
    return () => source.close();
  };

/** A run as the server tells it to a part in it; tabs of one browser with the same part share one stream. */
export const serverSource = (runId: string, part: string): LineSource => ({
  page: (after) => api.get<DrillEventPage>(`/drills/${runId}/events`, { after: `${after}` }),
  stream: sharedStream(streamOf(runId), tabGroup(`drill ${runId} ${part}`)),
  online,
  whenShown: (listener) => {
    const shown = () => !document.hidden && listener();
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  },
});
