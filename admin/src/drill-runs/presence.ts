import type { Participant } from '../providers/contract.js';

type Presence = 'away' | 'joined' | 'ready' | 'lost';

/** Where somebody is, as far as their browser tells. */
export const presenceOf = ({
  joinedAt,
  ready,
  online,
}: Pick<Participant, 'joinedAt' | 'ready' | 'online'>): Presence =>
  joinedAt === null ? 'away' : !online ? 'lost' : ready ? 'ready' : 'joined';
