import { stillPlanned, type Planned } from './planned.js';

const NOW = Date.parse('2026-03-09T02:10:00Z');
const drill = (occurrenceId: string, plannedAt: string, state: Planned['state'] = 'planned') =>
  ({ occurrenceId, plannedAt, state, minutes: 30 }) as Planned;

describe('planned drills', () => {
  it('should be those to come, by time, with what was called off and without what is open or over', () => {
    const shown = stillPlanned(
      [
        drill('later', '2026-03-16T02:00:00Z'),
        drill('called off', '2026-03-10T02:00:00Z', 'cancelled'),
        drill('open', '2026-03-09T02:30:00Z', 'run_created'),
        drill('going on', '2026-03-09T02:00:00Z'),
        drill('over', '2026-03-09T01:40:00Z'),
      ],
      NOW,
    );
    expect(shown.map(({ occurrenceId }) => occurrenceId)).toEqual(['going on', 'called off', 'later']);
  });
});
