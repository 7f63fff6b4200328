import type { Tier } from '@readyroom/contract';
import { dayIn } from '../../../api/src/platform/clock/clock.js';
import type { Database } from '../../../api/src/platform/database/database.js';

/** Who asks (`scope`, a path) and what for; the second definition of every number, from raw rows and without SQL. */
export interface Filters {
  scope: string | null;
  department?: string | undefined;
  tier?: Tier[] | undefined;
  courseId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
interface Person {
  id: string;
  path: string;
  tier: Tier;
  status: string;
}
interface Enrolment {
  id: string;
  person_id: string;
  course_id: string;
  version_id: string;
  tier: Tier;
  started_at: Date;
  last_activity_at: Date;
  completed_at: Date | null;
}
interface Answer {
  person_id: string;
  course_id: string;
  finished_at: Date;
  topic: string;
  questionId: string;
  points: number | null;
}
interface Result {
  answers: number;
  full: number;
  meanPercent: number;
  people: Set<string>;
}
interface StepNumbers {
  reached: number;
  finished: number;
  stopped: number;
}

const ZONE = 'Asia/Shanghai';
const below = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);

export type World = Awaited<ReturnType<typeof naive>>;

/** Reads everything once and answers by looking at one row after the other. */
export async function naive(database: Database) {
  const read = <Row>(text: string) => database.query<Row>(text);
  const departments = await read<{ id: string; path: string }>('SELECT id, path FROM department');
  const persons = await read<Person>(
    'SELECT p.id, d.path, p.tier, p.status FROM person p JOIN department d ON d.id = p.department_id',
  );
  const people = new Map(persons.map((person) => [person.id, person]));
  const completions = await read<{ person_id: string; course_id: string; completed_at: Date }>(
    'SELECT * FROM completion',
  );
  const enrolments = await read<Enrolment>('SELECT * FROM enrolment');
  const answers = await read<Answer>(
    `SELECT a.person_id, a.course_id, a.finished_at, q.topic_key AS topic, q.question_id AS "questionId", q.points
     FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id WHERE a.kind = 'graded' AND a.finished_at IS NOT NULL`,
  );
  const lessons = await read<{ version_id: string; id: string; tiers: Tier[] | null }>(
    'SELECT version_id, id, tiers::text[] AS tiers FROM lesson ORDER BY position',
  );
  const quizzes = await read<{ version_id: string; id: string }>('SELECT version_id, id FROM quiz');
  const progress = await read<{ enrolment_id: string; lesson_id: string; seq: number; done_at: Date | null }>(
    'SELECT * FROM lesson_progress',
  );
  const sat = await read<{ enrolment_id: string; passed: boolean }>(
    `SELECT enrolment_id, passed FROM attempt WHERE kind = 'graded'`,
  );

  const mayShow = (personId: string, { scope, department, tier }: Filters): boolean => {
    const person = people.get(personId)!;
    return (
      person.status === 'active' &&
      (!scope || below(person.path, scope)) &&
      (!department || below(person.path, department)) &&
      (!tier || tier.includes(person.tier))
    );
  };
  const days = new Map<number, string>();
  const dayOf = (instant: Date): string => {
    const known = days.get(instant.getTime()) ?? dayIn(ZONE, instant);
    days.set(instant.getTime(), known);
    return known;
  };
  const counts = (
    row: { person_id: string; course_id: string },
    instant: Date,
    filters: Filters,
  ): boolean => {
    const on = dayOf(instant);
    return (
      mayShow(row.person_id, filters) &&
      (!filters.courseId || row.course_id === filters.courseId) &&
      (!filters.from || on >= filters.from) &&
      (!filters.to || on <= filters.to)
    );
  };

  function completionsByWeek(filters: Filters): Map<string, number> {
    const weeks = new Map<string, number>();
    for (const row of completions) {
      if (!counts(row, row.completed_at, filters)) continue;
      const on = new Date(`${dayOf(row.completed_at)}T00:00:00Z`);
      while (on.getUTCDay() !== 1) on.setUTCDate(on.getUTCDate() - 1);
      const week = on.toISOString().slice(0, 10);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
    return weeks;
  }

  function results(filters: Filters, keyOf: (answer: Answer) => string, tier?: Tier): Map<string, Result> {
    const found = new Map<string, Result & { sum: number }>();
    for (const answer of answers) {
      if (!counts(answer, answer.finished_at, filters)) continue;
      if (tier && people.get(answer.person_id)!.tier !== tier) continue;
      const key = keyOf(answer);
      const result = found.get(key) ?? {
        answers: 0,
        full: 0,
        sum: 0,
        meanPercent: 0,
        people: new Set<string>(),
      };
      result.answers++;
      result.sum += answer.points ?? 0;
      if (answer.points === 1) result.full++;
      result.meanPercent = (100 * result.sum) / result.answers;
      result.people.add(answer.person_id);
      found.set(key, result);
    }
    return found;
  }

  /** Where one enrolment stands, by walking through its lessons. */
  function standing(enrolment: Enrolment): {
    steps: string[];
    reached: Set<string>;
    finished: Set<string>;
    at: string | null;
  } {
    const quizId = quizzes.find((quiz) => quiz.version_id === enrolment.version_id)!.id;
    const own = lessons
      .filter(
        (lesson) =>
          lesson.version_id === enrolment.version_id &&
          (!lesson.tiers || lesson.tiers.includes(enrolment.tier)),
      )
      .map(({ id }) => id);
    const steps = [...own, quizId];
    if (enrolment.completed_at) return { steps, reached: new Set(steps), finished: new Set(steps), at: null };
    const saved = progress.filter((row) => row.enrolment_id === enrolment.id);
    const finished = new Set(saved.filter((row) => row.done_at).map((row) => row.lesson_id));
    const latest = saved.sort(
      (a, b) => b.seq - a.seq || own.indexOf(b.lesson_id) - own.indexOf(a.lesson_id),
    )[0];
    const from = latest ? own.indexOf(latest.lesson_id) : 0;
    const at = [...own.slice(from), ...own.slice(0, from)].find((id) => !finished.has(id)) ?? quizId;
    const attempts = sat.filter((row) => row.enrolment_id === enrolment.id);
    const reached = new Set([...saved.map((row) => row.lesson_id), at]);
    if (attempts.length > 0) reached.add(quizId);
    if (attempts.some(({ passed }) => passed)) finished.add(quizId);
    return { steps, reached, finished, at };
  }

  function dropOff(
    filters: Filters,
    now: number,
  ): { started: number; completed: number; steps: Map<string, StepNumbers> } {
    const steps = new Map<string, StepNumbers>();
    const cohort = enrolments.filter((enrolment) => counts(enrolment, enrolment.started_at, filters));
    for (const enrolment of cohort) {
      const place = standing(enrolment);
      const idle = now - enrolment.last_activity_at.getTime() > 7 * 86_400_000;
      for (const id of place.steps) {
        const step = steps.get(id) ?? { reached: 0, finished: 0, stopped: 0 };
        if (place.reached.has(id)) step.reached++;
        if (place.finished.has(id)) step.finished++;
        if (place.at === id && idle) step.stopped++;
        steps.set(id, step);
      }
    }
    // Steps that nobody reached show only where the published version has them for the tiers asked for.
    for (const [id, { reached }] of steps) if (reached === 0) steps.delete(id);
    return {
      started: cohort.length,
      completed: cohort.filter((enrolment) => enrolment.completed_at).length,
      steps,
    };
  }

  return {
    mayShow,
    completionsByWeek,
    results,
    dropOff,
    departmentId: (path: string): string => departments.find((department) => department.path === path)!.id,
  };
}
