import { checkBank } from './check-bank.js';
import { checkCourses } from './check-course.js';
import { checkIds } from './check-ids.js';
import { checkLesson } from './check-lesson.js';
import type { Content, ContentFile } from '../source/content.js';
import type { Problem } from '../source/problem.js';
import { contentFigures, type ContentFigures } from '../source/reading-length.js';
import { SourceFolder } from '../source/source-folder.js';

interface Checked {
  /** Null as long as there is a problem. */
  content: Content | null;
  /** Sorted by file and line. */
  problems: Problem[];
  /** What could be read, whole or not. */
  figures(): ContentFigures;
}

/** Checks a whole content folder against docs/CONTENT.md. */
export function checkContent(files: readonly ContentFile[]): Checked {
  const folder = new SourceFolder(files);
  checkIds(folder.files.values());
  checkCourses(folder);
  for (const lesson of folder.lessons.values()) checkLesson(lesson);
  checkBank(folder);
  const problems = folder.problems().sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  const content = folder.content();
  return { content: problems.length ? null : content, problems, figures: () => contentFigures(content) };
}
