import { Clock } from '../../api/src/platform/clock/clock.js';

/** Time goes on as it does, so much ahead of the machine. */
export class MovedClock extends Clock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
  advance({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void {
    this.ahead += days * 86_400_000 + minutes * 60_000;
  }
}
