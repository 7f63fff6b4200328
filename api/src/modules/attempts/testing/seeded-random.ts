import { RandomSource } from '../random.js';

/** Chance that a test can repeat (mulberry32). */
export class SeededRandom extends RandomSource {
  constructor(private state: number) {
    super();
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
}
