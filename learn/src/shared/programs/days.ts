const DAY_MS = 86_400_000;

/** Calendar days from one day to another; negative when it is over. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
