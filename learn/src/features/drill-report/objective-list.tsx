import type { MyDrillReport, Rating, Text } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { useWords } from './use-words.js';

interface Shown {
  objective: string;
  title: Text;
  final: Rating | null;
  weak: boolean;
  course?: MyDrillReport['objectives'][number]['course'];
  counted?: string;
}

/** Objectives with their rating in words, and the course that helps where it was weak. */
export function ObjectiveList({ objectives }: { objectives: readonly Shown[] }) {
  const { w, say } = useWords();
  return (
    <ul class="results card">
      {objectives.map(({ objective, title, final, weak, course, counted }) => (
        <li key={objective} class="results__row">
          <p class="results__head">
            <span>{say(title)}</span>
          </p>
          <p class="meta">
            <span class={`tag ${final === null ? '' : weak ? 'tag--warn' : 'tag--good'}`}>
              {final === null ? w.notRated : `${final} · ${w.ratings[final]}`}
            </span>
            {counted && <span>{counted}</span>}
          </p>
          {weak && course && <Link href={`/courses/${course.id}`}>{w.weakCourse(say(course.title))}</Link>}
        </li>
      ))}
    </ul>
  );
}
