import type * as c from './contract.js';
import { request } from './http.js';

/** Operations of the evidence screen. */
export const evidenceVerbs = {
  getEvidenceState: (signal?: AbortSignal) => request<c.EvidenceState>('GET', 'evidence/state', { signal }),
  listEvidenceAnchors: (signal?: AbortSignal) =>
    request<c.EvidenceAnchorList>('GET', 'evidence/anchors', {
      query: { perPage: 10, sort: 'number', order: 'desc' },
      signal,
    }),
  checkEvidence: (from: number) =>
    request<c.EvidenceCheck>('GET', 'evidence/check', { query: { from: String(from) } }),
};
