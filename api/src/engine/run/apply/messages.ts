import { emit } from '../context.js';
import { fileNotification } from '../course/clocks.js';
import { meetExpectations } from '../course/expectations.js';
import { send } from '../course/messages.js';
import { own } from '../own.js';
import { both, isSeat, isShown, type Apply } from './deed.js';

/** From seat to seat, about a post or an inject that is there by now. */
export const applyMessage: Apply<'message'> = (run, { seat, action }) => {
  const { state } = run;
  const to = [...new Set(action.to)];
  const about = action.about ?? null;
  if (to.some((key) => !isSeat(run, key) || key === seat)) return 'drill.unknown_target';
  if (about !== null && !isShown(run, about) && !isDelivered(about)) return 'drill.unknown_target';
  if (own(state.messages, action.message) || Object.hasOwn(state.quick, action.message))
    return 'drill.id_used';
  send(run, { id: action.message, from: seat, to, text: both(action.text), about });
  return null;

  function isDelivered(inject: string): boolean {
    return Object.hasOwn(state.delivered, inject) || Object.hasOwn(state.quick, inject);
  }
};

/** A report to the authority of a clock that runs, in time or late, once. */
export const applyNotify: Apply<'notify'> = (run, { seat, action }) => {
  const clock = run.lookup.clocks.get(action.clock);
  if (!clock) return 'drill.unknown_target';
  const running = own(run.state.clocks, action.clock);
  if (!running) return 'drill.clock_not_running';
  if (running.notified) return 'drill.already_done';
  fileNotification(run, clock, seat, action.text);
  meetExpectations(run, seat, { kind: 'notify', clock: clock.key });
  return null;
};

export const applyContact: Apply<'contact'> = (run, { seat, action }) => {
  const { partner, text } = action;
  if (!run.lookup.partners.has(partner)) return 'drill.unknown_target';
  emit(run, [seat], { kind: 'contacted', partner, clock: null, by: seat, text });
  return null;
};
