import { api } from '../api/client.js';
import type { Outgoing } from './outbox-queue.js';

/** Up to 2 MB over a weak line. */
const PHOTO_TIMEOUT_MS = 90_000;

/** One item of the outbox as one request. Each may be repeated without harm: by `seq`, by key, or by nature. */
export function send(item: Outgoing): Promise<unknown> {
  switch (item.kind) {
    case 'progress':
      return api.put(`/learn/lessons/${item.lessonId}/progress`, item.body, {
        query: { courseId: item.courseId },
      });
    case 'answers':
      return api.put(`/learn/attempts/${item.attemptId}/answers`, {
        deviceId: item.deviceId,
        answers: item.answers,
      });
    case 'submit':
      return api.post(
        `/learn/attempts/${item.attemptId}/submit`,
        {},
        { headers: { 'idempotency-key': item.key } },
      );
    case 'drill':
      return api.post(`/drills/${item.runId}/actions`, { clientId: item.clientId, action: item.action });
    case 'hot_wash':
      return api.post(`/learn/drills/${item.runId}/hot-wash`, item.body);
    case 'observation':
      return api.post(`/drills/${item.runId}/observations`, { clientId: item.clientId, action: item.action });
    case 'photo':
      return api.post(`/drills/${item.runId}/photos`, item.body, { timeoutMs: PHOTO_TIMEOUT_MS });
    case 'briefing':
      return api.post(`/learn/briefings/${item.briefingId}/acknowledge`, item.body);
    case 'locale':
      return api.patch('/me', { locale: item.locale });
  }
}
