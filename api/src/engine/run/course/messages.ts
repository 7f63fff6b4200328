import { emit, type Run } from '../context.js';
import { askSimulated } from './deliver.js';
import { meetExpectations } from './expectations.js';
import { own } from '../own.js';

/** Lowest first. */
const RANK = { frontline: 0, manager: 1, executive: 2 } as const;

interface Letter {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: { readonly zh: string; readonly en: string };
  readonly about: string | null;
}

/** A message from seat to seat. About a post and up the tiers, it escalates the post. */
export function send(run: Run, { id, from, to, text, about }: Letter): void {
  const { state } = run;
  const direction = directionOf(run, from, to);
  state.messages[id] = { from, to: [...to] };
  emit(run, [from, ...to], { kind: 'message', message: id, from, to: [...to], text, about, direction });
  if (about !== null && direction === 'up' && own(state.posts, about)) state.escalated[about] = true;
  askSimulated(run, id, to);
  meetExpectations(run, from, { kind: 'message', to, up: direction === 'up' });
}

function directionOf({ lookup }: Run, from: string, to: readonly string[]): 'up' | 'down' | 'sideways' {
  const rank = (key: string): number => RANK[lookup.seats.get(key)!.tier];
  const steps = to.map((key) => rank(key) - rank(from));
  if (steps.some((step) => step > 0)) return 'up';
  return steps.some((step) => step < 0) ? 'down' : 'sideways';
}

/** A seat says that an inject or a message has reached it; those concerned see it. */
export function acknowledge(run: Run, what: string, seat: string): void {
  const { state, lookup } = run;
  state.acknowledged[what] = [...(own(state.acknowledged, what) ?? []), seat];
  const message = own(state.messages, what);
  const to = lookup.injects.get(what)?.to ?? own(state.quick, what) ?? [];
  const concerned = message ? [message.from, ...message.to] : to === 'feed' ? [] : to;
  emit(run, [seat, ...concerned], { kind: 'acknowledged', what, seat });
  meetExpectations(run, seat, { kind: 'acknowledge', what });
}

export const hasAcknowledged = ({ state }: Run, what: string, seat: string): boolean =>
  own(state.acknowledged, what)?.includes(seat) === true;
