import { reminderStep } from './reminder-step.js';

const DUE = '2026-03-01';

describe('reminderStep', () => {
  it.each([
    ['2026-02-21', null],
    ['2026-02-22', { step: 'week_before', weeks: 0 }],
    ['2026-02-28', { step: 'week_before', weeks: 0 }],
    ['2026-03-01', { step: 'due_day', weeks: 0 }],
    ['2026-03-07', { step: 'due_day', weeks: 0 }],
    ['2026-03-08', { step: 'overdue', weeks: 1 }],
    ['2026-03-14', { step: 'overdue', weeks: 1 }],
    ['2026-03-15', { step: 'overdue', weeks: 2 }],
    ['2028-02-29', { step: 'overdue', weeks: 104 }],
  ])('on %s an action due on 1 March has come to', (today, expected) => {
    expect(reminderStep(DUE, today)).toEqual(expected);
  });
});
