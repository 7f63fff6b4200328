import type { ControlAction, ErrorCode, InjectDocument, Text } from '@readyroom/contract';
import { channelOfKind, showPosts } from '../../feed/show-posts.js';
import { emit, type Run } from '../context.js';
import { askSimulated, deliver } from '../course/deliver.js';
import { enterPhase } from '../course/phases.js';
import { CONTROL } from '../course/senders.js';
import { both, isSeat } from './deed.js';

type Course = Extract<
  ControlAction,
  { kind: 'hold' | 'release' | 'skip' | 'fire' | 'edit_inject' | 'quick_inject' | 'enter_phase' }
>;

/** What the facilitator does to the injects that are still to come, and puts in between. */
export function steerCourse(run: Run, action: Course): ErrorCode | null {
  if (action.kind === 'quick_inject') return quickInject(run, action);
  if (action.kind === 'enter_phase') {
    if (!run.lookup.phases.has(action.phase)) return 'drill.unknown_target';
    if (run.state.phase === action.phase) return 'drill.already_done';
    enterPhase(run, action.phase);
    return null;
  }
  const inject = run.lookup.injects.get(action.inject);
  if (!inject) return 'drill.unknown_target';
  if (Object.hasOwn(run.state.delivered, inject.key)) return 'drill.already_done';
  return action.kind === 'edit_inject' ? edit(run, inject, action.text) : steer(run, inject, action.kind);
}

/** The scenario stays as it is, and so does the log: an inject that is worded back is as written. */
function edit(run: Run, { key, text: written }: InjectDocument, text: Text): null {
  const edited = (run.state.edited ??= {});
  if (text.zh === written.zh && text.en === written.en) delete edited[key];
  else edited[key] = text;
  emit(run, 'staff', { kind: 'inject_edited', inject: key, text });
  return null;
}

/** A held inject waits for its release, a skipped one stays away unless it is fired. */
function steer(
  run: Run,
  inject: InjectDocument,
  kind: 'hold' | 'release' | 'skip' | 'fire',
): ErrorCode | null {
  const { held, skipped } = run.state;
  const { key } = inject;
  const isHeld = Object.hasOwn(held, key);
  const isSkipped = Object.hasOwn(skipped, key);
  switch (kind) {
    case 'fire':
      deliver(run, inject);
      return null;
    case 'hold':
      if (isHeld || isSkipped) return 'drill.already_done';
      held[key] = true;
      return tell(run, key, 'held');
    case 'release':
      if (!isHeld && !isSkipped) return 'drill.already_done';
      delete held[key];
      delete skipped[key];
      return tell(run, key, 'released');
    case 'skip':
      if (isSkipped) return 'drill.already_done';
      delete held[key];
      skipped[key] = true;
      return tell(run, key, 'skipped');
  }
}

function tell(run: Run, inject: string, state: 'held' | 'released' | 'skipped'): null {
  emit(run, 'staff', { kind: 'inject_state', inject, state });
  return null;
}

function quickInject(
  run: Run,
  { inject, to, text }: Extract<Course, { kind: 'quick_inject' }>,
): ErrorCode | null {
  const { state } = run;
  const seats = to === 'feed' ? to : [...new Set(to)];
  if (seats !== 'feed' && seats.some((key) => !isSeat(run, key))) return 'drill.unknown_target';
  if (Object.hasOwn(state.quick, inject) || Object.hasOwn(state.messages, inject)) return 'drill.id_used';
  state.quick[inject] = seats;
  emit(run, seats === 'feed' ? 'all' : seats, {
    kind: 'inject',
    inject,
    from: CONTROL,
    channel: null,
    to: seats,
    text: both(text),
    card: null,
  });
  if (seats === 'feed') {
    state.crisisAt ??= run.at;
    const channel = channelOfKind(run, 'microblog', 'news');
    showPosts(run, [{ id: `i-${inject}`, channel, from: CONTROL, text: both(text) }]);
  } else askSimulated(run, inject, seats);
  return null;
}
