import type { Tier } from '@readyroom/contract';
import type { Sql } from '../../platform/database/database.js';
import type { LessonProgress, LessonsProgress } from './course-progress.js';
import { COURSE, HOME } from './learning.sql.js';

export interface EnrolmentState {
  readonly id: string;
  readonly versionId: string;
  readonly tier: Tier;
  readonly percent: number;
  readonly revision: number;
  readonly lastActivityAt: Date;
}
/** Graded attempts of the quiz. */
export interface QuizState {
  /** Begun, the open one included. */
  readonly used: number;
  readonly best: number | null;
  readonly passed: boolean;
  readonly openId: string | null;
  readonly lastFinishedId: string | null;
}
/** A course as it stands for one person. */
export interface CourseState {
  readonly courseId: string;
  readonly mandatory: boolean;
  /** Assigned by a rule of its own, not only as a part of programs. */
  readonly byItself: boolean;
  readonly progress: 'not_started' | 'in_progress' | 'completed';
  readonly dueOn: string | null;
  /** The day in the time zone of the organisation. */
  readonly today: string;
  readonly completedAt: Date | null;
  readonly certificateId: string | null;
  /** Place in the curriculum. */
  readonly position: number;
  readonly publishedVersionId: string | null;
  /** Null as long as it is not begun. */
  readonly enrolment: EnrolmentState | null;
  readonly lessons: LessonsProgress;
  readonly quiz: QuizState;
}

type LessonRow = [
  id: string,
  blockId: string,
  percent: number,
  seq: number,
  done: boolean,
  casePlayed: boolean,
];
interface Row {
  course_id: string;
  counted: boolean;
  by_itself: boolean;
  progress: CourseState['progress'];
  due_on: string | null;
  completed_at: Date | null;
  today: string;
  position: number;
  published_version_id: string | null;
  enrolment_id: string | null;
  version_id: string;
  tier: Tier;
  percent: number;
  revision: number;
  last_activity_at: Date;
  lessons: LessonRow[] | null;
  used: number;
  best: number | null;
  passed: boolean;
  open_id: string | null;
  last_id: string | null;
  certificate_id: string | null;
}

interface NoCourse {
  course_id: null;
  today: string;
}

/** All courses assigned to or begun by a person, in no order, and the day it is for the organisation. */
export async function coursesOf(
  sql: Sql,
  personId: string,
  now: Date,
): Promise<{ today: string; courses: CourseState[] }> {
  const rows = await sql.prepared<Row | NoCourse>(HOME.name, HOME.text, [personId, now]);
  return {
    today: rows[0]!.today,
    courses: rows.filter((row): row is Row => row.course_id !== null).map(toState),
  };
}

/** One of them; null when the course was neither assigned to nor begun by this person, or does not exist. */
export async function courseOf(
  sql: Sql,
  personId: string,
  courseId: string,
  now: Date,
): Promise<CourseState | null> {
  const [row] = await sql.prepared<Row>(COURSE.name, COURSE.text, [personId, now, courseId]);
  return row ? toState(row) : null;
}

function toState(row: Row): CourseState {
  return {
    courseId: row.course_id,
    mandatory: row.counted,
    byItself: row.by_itself,
    progress: row.progress,
    dueOn: row.due_on,
    today: row.today,
    completedAt: row.completed_at,
    certificateId: row.certificate_id,
    position: row.position,
    publishedVersionId: row.published_version_id,
    enrolment: row.enrolment_id
      ? {
          id: row.enrolment_id,
          versionId: row.version_id,
          tier: row.tier,
          percent: row.percent,
          revision: row.revision,
          lastActivityAt: row.last_activity_at,
        }
      : null,
    lessons: new Map((row.lessons ?? []).map(toProgress)),
    quiz: {
      used: row.used,
      best: row.best,
      passed: row.passed,
      openId: row.open_id,
      lastFinishedId: row.last_id,
    },
  };
}

const toProgress = ([id, blockId, percent, seq, done, casePlayed]: LessonRow): [string, LessonProgress] => [
  id,
  { blockId, percent, seq, done, casePlayed },
];
