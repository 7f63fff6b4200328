import { resumePath } from './resume-path.js';

const point = { id: 'x', title: 'X', blockId: null, openAttemptId: null };

describe('resumePath', () => {
  it('when a lesson is open it should lead there', () =>
    expect(resumePath({ courseId: 'c', resume: { ...point, kind: 'lesson' } })).toBe('/courses/c/lessons/x'));
  it('when an attempt is open it should lead right into it', () =>
    expect(resumePath({ courseId: 'c', resume: { ...point, kind: 'quiz', openAttemptId: 'a' } })).toBe(
      '/courses/c/quiz/x?attempt=a',
    ));
  it('when the quiz is next it should lead to its rules', () =>
    expect(resumePath({ courseId: 'c', resume: { ...point, kind: 'quiz' } })).toBe('/courses/c/quiz/x'));
  it('when there is nothing to resume it should lead to the outline', () =>
    expect(resumePath({ courseId: 'c', resume: null })).toBe('/courses/c'));
});
