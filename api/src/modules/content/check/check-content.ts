import { checkBank } from './check-bank.js';
import { checkCourses } from './check-course.js';
import { checkIds, type IdPlaces } from './check-ids.js';
import { checkLesson } from './check-lesson.js';
import type { Content, ContentFile } from '../source/content.js';
import type { Problem } from '../source/problem.js';
import { contentFigures, type ContentFigures } from '../source/reading-length.js';
import { SourceFolder } from '../source/source-folder.js';

export interface CheckedContent {
  /** Null as long as there is a problem. */
  content: Content | null;
  /** Sorted by file and line. */
  problems: Problem[];
  /** Ids that are taken, and the slugs of courses: scenarios may use neither again nor name a course that is not there. */
  ids: IdPlaces;
  courses: ReadonlySet<string>;
  /** Of each course that could be read: its id, by slug. Programs name courses by slug. */
  courseIds: ReadonlyMap<string, string>;
  /** What could be read, whole or not. */
  figures(): ContentFigures;
}

/** Scenarios live below this folder and are read and checked by their own module. */
export const SCENARIOS = 'scenarios/';
/** So do the programs. */
export const PROGRAMS = 'programs/';
/** And the templates of flash briefings. */
export const BRIEFINGS = 'briefings/';
const OTHERS = [SCENARIOS, PROGRAMS, BRIEFINGS];
/** The notice on personal data is read by the module of that name. */
export const PRIVACY_NOTICE = 'privacy-notice.yaml';

/** Checks the courses and questions of a whole content folder against docs/CONTENT.md. */
export function checkContent(files: readonly ContentFile[]): CheckedContent {
  const folder = new SourceFolder(
    files.filter(({ name }) => !OTHERS.some((other) => name.startsWith(other)) && name !== PRIVACY_NOTICE),
  );
  const ids = checkIds(folder.files.values());
  checkCourses(folder);
  for (const lesson of folder.lessons.values()) checkLesson(lesson);
  checkBank(folder);
  const problems = folder.problems().sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  const content = folder.content();
  return {
    content: problems.length ? null : content,
    problems,
    ids,
    courses: new Set(folder.courses.keys()),
    courseIds: new Map([...folder.courses].map(([slug, { data }]) => [slug, data.id])),
    figures: () => contentFigures(content),
  };
}
