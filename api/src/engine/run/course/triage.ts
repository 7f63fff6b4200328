import type { TriageClass, TriagePriority } from '@readyroom/contract';
import { emit, type Run } from '../context.js';

interface Judgement {
  readonly post: string;
  readonly class: TriageClass;
  readonly priority: TriagePriority;
  readonly duplicateOf: string | null;
  readonly escalate: boolean;
}

/** What a seat says of a post. Front line and managers share the desk. */
export function triage(run: Run, seat: string, judgement: Judgement): void {
  const { state, lookup } = run;
  const { post, priority, duplicateOf, escalate } = judgement;
  state.triaged[post] = true;
  if (escalate) state.escalated[post] = true;
  const desk = lookup.seatKeys.filter((key) => lookup.seats.get(key)!.tier !== 'executive');
  emit(run, [seat, ...desk], {
    kind: 'triaged',
    post,
    by: seat,
    class: judgement.class,
    priority,
    duplicateOf,
    escalate,
  });
}
