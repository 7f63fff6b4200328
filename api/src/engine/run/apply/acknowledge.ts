import { acknowledge, hasAcknowledged } from '../course/messages.js';
import { own } from '../own.js';
import type { Apply } from './deed.js';

/** An inject or a message has reached the seat. */
export const applyAcknowledge: Apply<'acknowledge'> = (run, { seat, action: { what } }) => {
  const { state, lookup } = run;
  const to =
    own(state.messages, what)?.to ??
    own(state.quick, what) ??
    (Object.hasOwn(state.delivered, what) ? lookup.injects.get(what)?.to : undefined);
  if (to === undefined) return 'drill.unknown_target';
  if (to !== 'feed' && !to.includes(seat)) return 'drill.not_your_seat';
  if (hasAcknowledged(run, what, seat)) return 'drill.already_done';
  acknowledge(run, what, seat);
  return null;
};
