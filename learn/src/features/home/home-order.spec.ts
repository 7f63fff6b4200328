import type { Certification, CourseCard, ItemProgress, LearnerHome } from '@readyroom/contract';
import { homeOrder } from './home-order.js';

const card = (courseId: string, byItself = false) =>
  ({ courseId, dueOn: '2026-04-01', byItself }) as CourseCard;
const home = (first: CourseCard | null, ...due: CourseCard[]) =>
  ({ continue: first, due, done: [], today: '2026-03-02' }) as LearnerHome;
const program = (status: Certification['status'], ...courseIds: string[]) =>
  ({
    assigned: true,
    status,
    dueOn: '2026-04-01',
    items: courseIds.map((courseId) => ({ kind: 'course', courseId, state: 'open' }) as ItemProgress),
  }) as Certification;
const ids = ({ next, due, open }: ReturnType<typeof homeOrder>) => [
  next?.courseId ?? null,
  due.map(({ courseId }) => courseId),
  open,
];

describe('what stands on the home', () => {
  it('should name each course once: the next one, with its program, or in the list', () => {
    const programs = [program('in_progress', 'a', 'b')];
    expect(ids(homeOrder(home(card('a'), card('b'), card('c', true)), programs))).toEqual(['a', ['c'], 3]);
  });
  it('should lead to nothing that is waived', () => {
    const programs = [program('waived', 'a', 'b')];
    expect(ids(homeOrder(home(card('a'), card('b'), card('c', true)), programs))).toEqual(['c', [], 1]);
    expect(ids(homeOrder(home(card('a')), programs))).toEqual([null, [], 0]);
  });
  it('without programs it should be what the server says', () => {
    expect(ids(homeOrder(home(card('a'), card('b')), []))).toEqual(['a', ['b'], 2]);
  });
});
