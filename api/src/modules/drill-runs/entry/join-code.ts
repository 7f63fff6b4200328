import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another when read aloud or from a wall. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Six characters; unguessable enough for the life of a run behind a throttle. */
export const joinCode = (): string =>
  Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A seed for runs that are not given one. */
export const drawSeed = (): number => randomInt(4_294_967_296);
