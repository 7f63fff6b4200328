import { ALERT_LEVELS, type Condition, type MeasureName } from '@readyroom/contract';
import { minuteOf, type Run } from '../context.js';
import { own } from '../own.js';

/** Whether a condition of the scenario holds now. Measures are those of the last minute that is over. */
export function holds(run: Run, condition: Condition): boolean {
  const { state } = run;
  if ('all' in condition) return condition.all.every((one) => holds(run, one));
  if ('any' in condition) return condition.any.some((one) => holds(run, one));
  if ('not' in condition) return !holds(run, condition.not);
  if ('after' in condition) return minuteOf(run) >= condition.after;
  if ('measure' in condition) {
    const value = measured(run, condition.measure);
    return condition.above === undefined ? value < condition.below! : value > condition.above;
  }
  // However it came to be taken: the course of things is the same.
  if ('decided' in condition)
    return own(state.cards, condition.decided.card)?.closed?.option === condition.decided.option;
  if ('expired' in condition) {
    const by = own(state.cards, condition.expired)?.closed?.by;
    return by === 'time' || by === 'stand_in';
  }
  if ('variable' in condition) return own(state.variables, condition.variable) === condition.is;
  if ('statement' in condition) {
    const { statement } = condition;
    return statement === 'any' ? state.published.length > 0 : state.published.includes(statement);
  }
  if ('notified' in condition) return own(state.clocks, condition.notified)?.notified === true;
  if ('escalated' in condition) return own(state.escalated, condition.escalated) === true;
  if ('raised' in condition)
    return (
      state.alert !== null && ALERT_LEVELS.indexOf(state.alert) >= ALERT_LEVELS.indexOf(condition.raised)
    );
  return own(state.delivered, condition.delivered) !== undefined;
}

/** Before the first minute is over everything is 0. */
function measured(run: Run, measure: MeasureName): number {
  const { sample } = run.state;
  if (measure === 'silence') return silence(run);
  if (sample === null) return 0;
  return measure === 'negative_share' ? sample.negativeShare : sample[measure];
}

/** Whole minutes since the last statement was published, or since the start. */
export const silence = ({ state, at }: Run): number => Math.floor((at - (state.lastStatementAt ?? 0)) / 60);
