import { useSearchParams } from 'wouter-preact';
import { AttemptLoader } from './attempt-loader.js';
import { QuizIntro } from './quiz-intro.js';
import './quiz.css';

/** The rules first; with `?attempt=` the attempt itself, so that a reload leads back into it. */
export function QuizScreen({ courseId, quizId }: { courseId: string; quizId: string }) {
  const [search] = useSearchParams();
  const attemptId = search.get('attempt');
  return attemptId ? (
    <AttemptLoader key={attemptId} attemptId={attemptId} courseId={courseId} />
  ) : (
    <QuizIntro courseId={courseId} quizId={quizId} />
  );
}
