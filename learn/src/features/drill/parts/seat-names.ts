import type { DrillStage, Sender, Text, Tier } from '@readyroom/contract';

export type Seat = DrillStage['seats'][number];

export const seatTitle = (stage: DrillStage, key: string): Text =>
  stage.seats.find((seat) => seat.key === key)?.title ?? { zh: key, en: key };

export const senderName = (stage: DrillStage, from: Sender | { kind: 'seat'; key: string }): Text =>
  'name' in from ? from.name : seatTitle(stage, from.key);

const RANK: Record<Tier, number> = { frontline: 0, manager: 1, executive: 2 };
export type Direction = 'up' | 'sideways' | 'down';

/** The seats somebody may write to, by where they stand from there. Groups without a seat are left out. */
export function seatGroups(seats: readonly Seat[], from: string): { direction: Direction; seats: Seat[] }[] {
  const mine = seats.find(({ key }) => key === from);
  if (!mine) return [];
  const of = (seat: Seat): Direction => {
    const step = RANK[seat.tier] - RANK[mine.tier];
    return step > 0 ? 'up' : step < 0 ? 'down' : 'sideways';
  };
  const others = seats.filter(({ key }) => key !== from);
  return (['up', 'sideways', 'down'] as const)
    .map((direction) => ({ direction, seats: others.filter((seat) => of(seat) === direction) }))
    .filter((group) => group.seats.length > 0);
}
