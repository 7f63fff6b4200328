import type { CourseOutline } from '@readyroom/contract';
import { add } from '../../shared/offline/outbox-queue.js';
import { withWaiting } from './with-waiting.js';

const lesson = (id: string, state: 'not_started' | 'done') => ({
  id,
  title: id,
  isCase: false,
  forTier: false,
  minutes: 3,
  state,
  percent: state === 'done' ? 100 : 0,
});
const outline = {
  modules: [
    {
      id: 'm',
      title: 'M',
      lessons: [lesson('l1', 'done'), lesson('l2', 'not_started'), lesson('l3', 'not_started')],
    },
  ],
} as unknown as CourseOutline;
const waits = (lessonId: string, done: boolean) =>
  ({ kind: 'progress', courseId: 'c', lessonId, body: { blockId: 'b', done, seq: 1 } }) as const;
const states = (shown: CourseOutline) => shown.modules[0]!.lessons.map(({ state }) => state);

describe('withWaiting', () => {
  it('when nothing waits it should be the same outline', () =>
    expect(withWaiting(outline, [])).toBe(outline));
  it('when lessons were read without a line it should show them so, and never undo "done"', () => {
    const entries = add(add(add([], waits('l1', false)), waits('l2', true)), waits('l3', false));
    expect(states(withWaiting(outline, entries))).toEqual(['done', 'done', 'in_progress']);
  });
});
