const two = (value: number): string => String(value).padStart(2, '0');

/** Local time of day in a scenario that begins at HH:MM, so many seconds in: '13:40' and 95 → '13:41'. */
export function timeOfDay(startsAt: string, seconds: number, withSeconds = false): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + Math.floor(seconds);
  const time = `${two(Math.floor(total / 3600) % 24)}:${two(Math.floor(total / 60) % 60)}`;
  return withSeconds ? `${time}:${two(total % 60)}` : time;
}
