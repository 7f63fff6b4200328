import type { DrillEvent, DrillEventBody } from '@readyroom/contract';

export const DIGEST_KINDS = [
  'card',
  'card_closed',
  'message',
  'phase',
  'statement',
  'alarm',
  'post',
  'other',
] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

export interface Digest {
  /** Everything that is worth telling, posts one by one. */
  total: number;
  /** How many of a kind, most pressing kind first, none of them zero. */
  counts: { kind: DigestKind; count: number }[];
  /** What has to be looked at now, newest first. */
  important: DrillEvent[];
}

/** What goes on by itself all the time is not news. */
const BACKGROUND: ReadonlySet<DrillEventBody['kind']> = new Set([
  'engagement',
  'trending',
  'indicators',
  'acknowledged',
  'seat',
  'pace',
  'expectation',
  'inject_state',
  'rated',
  'noted',
]);
const IMPORTANT_SHOWN = 8;

const toMe = (to: 'feed' | readonly string[], seat: string | null): boolean =>
  to !== 'feed' && (seat === null || to.includes(seat));

function kindOf(body: DrillEventBody, seat: string | null): DigestKind {
  switch (body.kind) {
    case 'inject':
      if (body.card && (seat === null || body.card.seat === seat)) return 'card';
      return toMe(body.to, seat) ? 'message' : 'post';
    case 'message':
      return toMe(body.to, seat) ? 'message' : 'other';
    case 'phase':
    case 'statement':
    case 'alarm':
    case 'card_closed':
      return body.kind;
    case 'posts':
      return 'post';
    default:
      return 'other';
  }
}

const byMe = (body: DrillEventBody, seat: string | null): boolean =>
  seat !== null && (('by' in body && body.by === seat) || ('from' in body && body.from === seat));

/** What somebody at a seat has missed, in kinds and with what matters most named. Own deeds are no news. */
export function digestOf(events: readonly DrillEvent[], seat: string | null): Digest {
  const counts = new Map<DigestKind, number>();
  const important: DrillEvent[] = [];
  for (const event of events) {
    const { body } = event;
    if (BACKGROUND.has(body.kind) || byMe(body, seat)) continue;
    const kind = kindOf(body, seat);
    counts.set(kind, (counts.get(kind) ?? 0) + (body.kind === 'posts' ? body.posts.length : 1));
    if (kind !== 'post' && kind !== 'other') important.unshift(event);
  }
  return {
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    counts: DIGEST_KINDS.flatMap((kind) => {
      const count = counts.get(kind);
      return count ? [{ kind, count }] : [];
    }),
    important: important.slice(0, IMPORTANT_SHOWN),
  };
}
