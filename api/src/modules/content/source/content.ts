import type { SourceCourseFile, SourceLesson, SourceQuestion, SourceTopic } from './source-schema.js';

/** A file of the content folder; `name` is relative to it, with slashes. */
export interface ContentFile {
  name: string;
  text: string;
}

/** A course with its lessons in place. */
export interface SourceCourse extends Omit<SourceCourseFile, 'modules'> {
  modules: { id: string; title: SourceCourseFile['title']; lessons: SourceLesson[] }[];
}

/** A whole content folder. */
export interface Content {
  topics: SourceTopic[];
  courses: SourceCourse[];
  questions: SourceQuestion[];
}
