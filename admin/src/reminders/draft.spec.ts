import { isComplete, newStep, whenOf, withRole, withWhen } from './draft.js';

describe('a step that is edited', () => {
  const step = { ...newStep(), key: 'kept' };

  it('should keep its key whatever is changed, so that it stays the same step', () => {
    expect(withWhen(step, 'after_expiry', 3).key).toBe('kept');
    expect(withRole(step, 'hr').key).toBe('kept');
    expect(newStep().key).not.toBe(newStep().key);
  });

  it('should count before as negative and never leave a side by itself', () => {
    expect(withWhen(step, 'before_due', 14)).toMatchObject({ anchor: 'due', days: -14 });
    expect(withWhen(step, 'before_expiry', 0)).toMatchObject({ anchor: 'expiry', days: -1 });
    expect(withWhen(step, 'after_due', 0)).toMatchObject({ anchor: 'due', days: 0 });
    expect(withWhen(step, 'after_due', 9999).days).toBe(365);
    expect(whenOf({ anchor: 'expiry', days: -1 })).toBe('before_expiry');
    expect(whenOf({ anchor: 'due', days: 0 })).toBe('after_due');
  });

  it('should give people no robots and groups nothing else', () => {
    const group = withRole(step, 'group');
    expect(group.channels).toEqual([]);
    expect(isComplete(group)).toBe(false);
    expect(isComplete({ ...group, robotIds: ['r'] })).toBe(true);
    expect(withRole({ ...group, robotIds: ['r'] }, 'manager')).toMatchObject({
      robotIds: [],
      channels: ['inbox', 'email'],
    });
  });
});
