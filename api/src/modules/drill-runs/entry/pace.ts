import { Throttled } from '../../auth/index.js';

/** What one person may send to a run at once, and how much more each second brings. */
const BURST = 120;
const PER_SECOND = 2;
const REMEMBERED = 5_000;

/**
 * How fast the people of a run may act. Nobody works that fast by hand; it is there so that a script cannot fill log
 * and events. Repeated requests count too. Each process counts for itself.
 */
export class Pace {
  private readonly senders = new Map<string, { left: number; at: number }>();

  /** @throws Throttled */
  count(participantId: string, now: Date): void {
    const at = now.getTime();
    const sender = this.senders.get(participantId);
    const left = sender ? refilled(sender, at) : BURST;
    if (left < 1) throw new Throttled(Math.ceil((1 - left) / PER_SECOND));
    this.senders.set(participantId, { left: left - 1, at });
    if (this.senders.size > REMEMBERED) this.forget(at);
  }

  private forget(at: number): void {
    for (const [id, sender] of this.senders) if (refilled(sender, at) >= BURST) this.senders.delete(id);
  }
}

const refilled = (sender: { left: number; at: number }, at: number): number =>
  Math.min(BURST, sender.left + (Math.max(0, at - sender.at) / 1_000) * PER_SECOND);
