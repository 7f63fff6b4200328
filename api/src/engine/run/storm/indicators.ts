import { ALERT_LEVELS, type IndicatorSample, type MeasureName } from '@readyroom/contract';
import { measuresOf, type MinuteSample } from '../../opinion/index.js';
import { chatterNow } from '../../feed/chatter.js';
import { silence } from '../course/conditions.js';
import { emit, type Run } from '../context.js';

const HOUR = 60;
const UNIT = 1_000;
/** An alarm sounds again only after the measure fell below this part of its value. */
const REARM = 0.8;
/** Heat from which each level of the alert ladder holds. */
const LADDER = { blue: 20, yellow: 40, orange: 60, red: 80 } as const;

const READS: Readonly<Record<MeasureName, (sample: IndicatorSample) => number>> = {
  volume: (s) => s.volume,
  velocity: (s) => s.velocity,
  negative_share: (s) => s.negativeShare,
  heat: (s) => s.heat,
  complaints: (s) => s.complaints,
  silence: (s) => s.silence,
};

/** The board of indicators after a minute of the storm. */
export function showIndicators(run: Run, posts: MinuteSample): void {
  const { state } = run;
  const { volume, velocity, negative_share: negativeShare, heat } = measuresOf(state.opinion);
  countComplaints(run, posts);
  const sample: IndicatorSample = {
    minute: posts.minute,
    volume,
    velocity,
    negativeShare,
    heat,
    complaints: state.complaints.reduce((sum, count) => sum + count, 0),
    silence: silence(run),
    hostile: posts.hostile,
    questioning: posts.questioning,
    supportive: posts.supportive,
  };
  state.sample = sample;
  emit(run, 'all', { kind: 'indicators', sample });
}

/**
 * Complaints of a minute: of its posts, the part of the chatter of their stance that goes to a complaint line. What is
 * less than a whole complaint waits for the next minute.
 */
function countComplaints(run: Run, posts: MinuteSample): void {
  const { state, lookup } = run;
  let thousandths = state.complaintsRest;
  for (const stance of ['hostile', 'questioning', 'supportive'] as const) {
    const chatter = chatterNow(run, stance);
    const lines = chatter.filter(
      ({ channel }) => lookup.channels.get(channel)?.kind === 'complaint_line',
    ).length;
    if (lines > 0) thousandths += Math.floor((posts[stance] * lines * UNIT) / chatter.length);
  }
  state.complaintsRest = thousandths % UNIT;
  state.complaints = [...state.complaints, Math.floor(thousandths / UNIT)].slice(-HOUR);
}

/** Alarms of the thresholds that seats have set: each when its measure reaches the value from below. */
export function soundAlarms(run: Run): void {
  const { sample, thresholds } = run.state;
  for (const threshold of thresholds) {
    const value = READS[threshold.measure](sample!);
    if (threshold.armed && value >= threshold.value) {
      threshold.armed = false;
      const { measure, level, seat } = threshold;
      emit(run, [seat], { kind: 'alarm', measure, level, value });
    } else if (!threshold.armed && value < threshold.value * REARM) threshold.armed = true;
  }
}

/** What level the heat truly stands for, told to staff when it gets there; players have to judge for themselves. */
export function climbLadder(run: Run): void {
  const { ladder, sample } = run.state;
  const { heat } = sample!;
  for (const level of ALERT_LEVELS) {
    if (ladder[level] && heat >= LADDER[level]) {
      ladder[level] = false;
      emit(run, 'staff', { kind: 'alarm', measure: 'heat', level, value: heat });
    } else if (!ladder[level] && heat < LADDER[level] * REARM) ladder[level] = true;
  }
}
