import type { ReminderStep } from '../providers/contract.js';
import { randomUuid } from '../shared/randomUuid.js';

/** How a step is edited: a number of days and a side. */
export const WHENS = ['before_due', 'after_due', 'before_expiry', 'after_expiry'] as const;
export type When = (typeof WHENS)[number];

export const whenOf = ({ anchor, days }: Pick<ReminderStep, 'anchor' | 'days'>): When =>
  `${days < 0 ? 'before' : 'after'}_${anchor}`;

/** The step with another side or number of days; day 0 is on the side "after". */
export function withWhen(step: ReminderStep, when: When, count: number): ReminderStep {
  const [side, anchor] = when.split('_') as ['before' | 'after', ReminderStep['anchor']];
  const days = Math.min(365, Math.max(side === 'before' ? 1 : 0, Math.trunc(count) || 0));
  return { ...step, anchor, days: side === 'before' ? -days : days };
}

/** People are reached in inbox and by mail, groups by robots: what does not fit the new side goes. */
export function withRole(step: ReminderStep, to: ReminderStep['to']): ReminderStep {
  if (to === 'group') return { ...step, to, channels: [] };
  return {
    ...step,
    to,
    robotIds: [],
    channels: step.channels.length > 0 ? step.channels : ['inbox', 'email'],
  };
}

export const newStep = (): ReminderStep => ({
  key: `s-${randomUuid().slice(0, 8)}`,
  anchor: 'due',
  days: -7,
  to: 'learner',
  channels: ['inbox', 'email'],
  robotIds: [],
});

export const isComplete = (step: ReminderStep): boolean =>
  (step.to === 'group' ? step.robotIds : step.channels).length > 0;
