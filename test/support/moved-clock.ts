import { Clock } from '../../api/src/platform/clock/clock.js';

/** Time goes on as it does, so many days ahead of the machine. */
export class MovedClock extends Clock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead * 86_400_000);
  }
  advance({ days }: { days: number }): void {
    this.ahead += days;
  }
}
