const wallIn = (timeZone: string, instant: number): number =>
  Date.parse(
    `${new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(instant).replace(' ', 'T')}Z`,
  );

/**
 * The instant at which clocks in a time zone show `2026-11-30T14:00`, as ISO 8601; null when it is no time. A time that
 * the change to summer time leaves out becomes the one an hour later.
 */
export function instantAt(wall: string, timeZone: string): string | null {
  const wanted = Date.parse(`${wall}Z`);
  if (Number.isNaN(wanted)) return null;
  let instant = wanted - (wallIn(timeZone, wanted) - wanted);
  instant -= wallIn(timeZone, instant) - wanted;
  return new Date(instant).toISOString();
}
