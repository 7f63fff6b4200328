import { Clock } from '../../api/src/platform/clock/clock.js';

/** A clock that stands still until a test moves it. Monday, 2 March 2026, 09:00 in Shanghai. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-02T01:00:00.000Z');

  now(): Date {
    return new Date(this.instant);
  }
  set(iso: string): void {
    this.instant = new Date(iso);
  }
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.instant = new Date(
      this.instant.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
    );
  }
}
