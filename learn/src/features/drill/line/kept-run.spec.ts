import { clockSince } from './kept-run.js';

const clock = (status: 'running' | 'paused') => ({
  status,
  at: 600,
  rate: 8,
  serverTime: '2026-03-02T01:00:00.000Z',
});

describe('clockSince', () => {
  it('should go on while the page was away, and never back', () => {
    expect(clockSince({ clock: clock('running'), keptAt: 1_000 }, 11_000)?.at).toBe(680);
    expect(clockSince({ clock: clock('running'), keptAt: 1_000 }, 0)?.at).toBe(600);
  });
  it('should stand still while paused, and be unknown when it never was known', () => {
    expect(clockSince({ clock: clock('paused'), keptAt: 1_000 }, 11_000)?.at).toBe(600);
    expect(clockSince({ clock: null, keptAt: 1_000 }, 11_000)).toBeNull();
  });
});
