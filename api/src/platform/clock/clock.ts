/** The one source of time. Tests and simulations set it; nothing else asks the system for the hour. */
export abstract class Clock {
  abstract now(): Date;
}

/** Steps back up to this are not shown: time stands still for so long. */
const STANDS_STILL_MS = 2_000;

/** That of the machine, put right by what `DatabaseTime` finds. */
export class SystemClock extends Clock {
  /** Milliseconds that the machine is behind. */
  behind = 0;
  private latest = 0;

  constructor(private readonly system: () => number = Date.now) {
    super();
  }

  now(): Date {
    const at = this.system() + this.behind;
    // What is put right by a moment must not put later things before earlier ones; a clock set back by more is followed.
    this.latest = at < this.latest && this.latest - at <= STANDS_STILL_MS ? this.latest : at;
    return new Date(this.latest);
  }

  /** What the machine itself says. */
  raw(): number {
    return this.system();
  }
}

/** The calendar day in a time zone as YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date): string {
  // en-CA writes a date the ISO way.
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

/** The day `days` after a day, by the calendar. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
