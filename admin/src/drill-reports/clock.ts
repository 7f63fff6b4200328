/** Scenario time since the start. */
export const clock = (at: number): string =>
  [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
