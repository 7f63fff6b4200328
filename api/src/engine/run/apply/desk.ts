import { emit } from '../context.js';
import { meetExpectations } from '../course/expectations.js';
import { triage } from '../course/triage.js';
import { own } from '../own.js';
import { isSeat, isShown, type Apply } from './deed.js';

/** A seat's word on a post; its last one counts. */
export const applyTriage: Apply<'triage'> = (run, { seat, action }) => {
  const { post, duplicateOf } = action;
  if (!isShown(run, post)) return 'drill.unknown_target';
  if (duplicateOf !== null && (duplicateOf === post || !isShown(run, duplicateOf)))
    return 'drill.unknown_target';
  triage(run, seat, action);
  return null;
};

/** Sets or replaces the seat's own threshold; it takes effect with the next minute. */
export const applyThreshold: Apply<'set_threshold'> = (run, { seat, action: { measure, level, value } }) => {
  const { state } = run;
  state.thresholds = [
    ...state.thresholds.filter((t) => t.seat !== seat || t.measure !== measure || t.level !== level),
    { seat, measure, level, value, armed: true },
  ];
  emit(run, [seat], { kind: 'threshold', measure, level, value, by: seat });
  return null;
};

/** Raises or lowers the alert that everybody sees. */
export const applyAlert: Apply<'raise_alert'> = (run, { seat, action: { level, reason } }) => {
  run.state.alert = level;
  emit(run, 'all', { kind: 'alert', level, by: seat, reason });
  meetExpectations(run, seat, { kind: 'raise_alert', level });
  return null;
};

/** A situation report rests on posts that somebody has triaged. */
export const applySitrep: Apply<'file_sitrep'> = (run, { seat, action }) => {
  const { state } = run;
  const { sitrep, text } = action;
  const to = [...new Set(action.to)];
  const posts = [...new Set(action.posts)];
  if (to.some((key) => !isSeat(run, key))) return 'drill.unknown_target';
  if (posts.some((post) => own(state.triaged, post) !== true)) return 'drill.unknown_target';
  if (Object.hasOwn(state.sitreps, sitrep)) return 'drill.id_used';
  state.sitreps[sitrep] = true;
  emit(run, [seat, ...to], { kind: 'sitrep', sitrep, by: seat, to, posts, text });
  meetExpectations(run, seat, { kind: 'sitrep' });
  return null;
};

/** Looking at the plan changes nothing; that it was looked at stands in the log. */
export const applyOpenPlan: Apply<'open_plan'> = () => null;
