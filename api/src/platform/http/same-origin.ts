import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

export class ForeignOrigin extends Refusal {
  constructor() {
    super(403, 'request.foreign_origin', 'This request came from another site');
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site request forgery: a browser names where an unsafe request comes from, and that must be us. Clients that
 * are no browser send neither header and carry no ambient cookie of a victim.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin } = request.headers;
  if (!origin && !site) return;
  const ours = [new URL(publicUrl).origin, `${request.protocol}://${request.headers.host}`];
  if (!origin || !ours.includes(origin)) throw new ForeignOrigin();
}
