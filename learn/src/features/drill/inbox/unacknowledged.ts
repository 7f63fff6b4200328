import type { DrillView } from '@readyroom/contract';

/** How many messages wait for somebody's acknowledgement. */
export const unacknowledged = (inbox: DrillView['inbox'], seat: string | null): number =>
  seat === null
    ? 0
    : inbox.filter(({ to, acknowledgedBy }) => to.includes(seat) && !acknowledgedBy.includes(seat)).length;
