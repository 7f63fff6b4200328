import type * as c from './contract.js';
import { request, type Query } from './http.js';

const formWith = (file: File): FormData => {
  const body = new FormData();
  body.append('file', file);
  return body;
};

/** Flash briefings, and the roster that says who is on shift. */
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
  getRoster: (query: Query, signal?: AbortSignal) =>
    request<c.Roster>('GET', 'shifts/roster', { query, signal }),
  createShift: (body: c.CreateShiftBody) => request<c.Shift>('POST', 'shifts', { body }),
  updateShift: (id: string, body: c.UpdateShiftBody) => request<c.Shift>('PATCH', `shifts/${id}`, { body }),
  deleteShift: (id: string) => request<void>('DELETE', `shifts/${id}`),
  checkShiftFile: (file: File, timeZone: string) =>
    request<c.ShiftFileReport>('POST', 'shifts/file/check', { query: { timeZone }, body: formWith(file) }),
  importShiftFile: (file: File, timeZone: string) =>
    request<c.ShiftFileReport>('POST', 'shifts/file', { query: { timeZone }, body: formWith(file) }),
  stopBriefing: (id: string, body: c.StopBriefingBody) =>
    request<c.BriefingBoard>('POST', `briefings/${id}/stop`, { body }),
};
