/** Where an attempt is worked on; a reload leads back into it. */
export const attemptPath = (courseId: string, quizId: string, attemptId: string): string =>
  `/courses/${courseId}/quiz/${quizId}?attempt=${attemptId}`;
