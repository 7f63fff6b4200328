import type { Casting, Participant, ParticipantRole } from '../../providers/contract.js';

export const STAFF_ROLES = [
  'controller',
  'evaluator',
  'observer',
  'simulator',
] as const satisfies readonly ParticipantRole[];

/** People by what they do in the run: `seat:<key>`, or a role of the staff. */
export type CastDraft = Readonly<Record<string, readonly string[]>>;

export const seatSlot = (key: string): string => `seat:${key}`;

export function draftOf(participants: readonly Pick<Participant, 'person' | 'role' | 'seat'>[]): CastDraft {
  const draft: Record<string, string[]> = {};
  for (const { person, role, seat } of participants)
    (draft[seat === null ? role : seatSlot(seat)] ??= []).push(person.id);
  return draft;
}

export const castingsOf = (draft: CastDraft): Casting[] =>
  Object.entries(draft).flatMap(([slot, people]) =>
    people.map((personId) =>
      slot.startsWith('seat:')
        ? { personId, role: 'player' as const, seat: slot.slice('seat:'.length) }
        : { personId, role: slot as ParticipantRole, seat: null },
    ),
  );

/** Everybody who has something to do already, but for one slot: nobody can do two things in one run. */
export const takenBeside = (draft: CastDraft, slot: string): ReadonlySet<string> =>
  new Set(Object.entries(draft).flatMap(([other, people]) => (other === slot ? [] : people)));

/** A scenario has other seats: only who is still at one of them, and the staff, stay. */
export const keepSeats = (draft: CastDraft, seats: readonly { key: string }[]): CastDraft =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([slot]) => !slot.startsWith('seat:') || seats.some(({ key }) => seatSlot(key) === slot),
    ),
  );
