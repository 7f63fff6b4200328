import type * as c from './contract.js';
import { request, type Query } from './http.js';

/** Flash briefings. */
export const briefingVerbs = {
  listBriefingTemplates: (signal?: AbortSignal) =>
    request<c.BriefingTemplateList>('GET', 'briefing-templates', { signal }),
  previewBriefing: (body: c.PreviewBriefingBody, signal?: AbortSignal) =>
    request<c.BriefingPreview>('POST', 'briefings/preview', { body, signal }),
  sendBriefing: (body: c.SendBriefingBody) => request<c.BriefingBoard>('POST', 'briefings', { body }),
  getBriefingBoard: (id: string, signal?: AbortSignal) =>
    request<c.BriefingBoard>('GET', `briefings/${id}`, { signal }),
  listBriefingPeople: (id: string, query: Query, signal?: AbortSignal) =>
    request<c.BriefingPeople>('GET', `briefings/${id}/people`, { query, signal }),
  correctBriefing: (id: string, body: c.CorrectBriefingBody) =>
    request<c.BriefingBoard>('POST', `briefings/${id}/versions`, { body }),
  stopBriefing: (id: string, body: c.StopBriefingBody) =>
    request<c.BriefingBoard>('POST', `briefings/${id}/stop`, { body }),
};
