import type { Content, ContentFile } from './content.js';
import { readShape } from './read-shape.js';
import type { Problem } from './problem.js';
import {
  CourseFile,
  LessonFile,
  QuestionsFile,
  TopicsFile,
  type SourceCourseFile,
  type SourceLesson,
  type SourceQuestion,
  type SourceTopic,
} from './source-schema.js';
import { YamlSource } from './yaml-source.js';

/** Something that was read, with the file that it stands in. */
export interface Placed<T> {
  source: YamlSource;
  data: T;
}

/** The files of a content folder, read as far as they can be. What cannot be read is a problem of its file. */
export class SourceFolder {
  /** Every YAML file by name, readable or not. */
  readonly files = new Map<string, YamlSource>();
  /** By folder. */
  readonly courses = new Map<string, Placed<SourceCourseFile>>();
  /** By file name. */
  readonly lessons = new Map<string, Placed<SourceLesson>>();
  readonly questions: (Placed<SourceQuestion> & { index: number })[] = [];
  /** Empty when they could not be read; then complaints about unknown topics would only be noise. */
  topics: SourceTopic[] = [];
  /** Topics whose questions could not be read: what is missing there is not missing for good. */
  readonly unreadTopics = new Set<string>();
  private readonly stray: Problem[] = [];

  constructor(files: readonly ContentFile[]) {
    for (const file of files) this.read(file);
    if (!this.files.has('topics.yaml'))
      this.reportFile('topics.yaml', 'The file is missing: add the list of topics');
  }

  problems(): Problem[] {
    return [...this.stray, ...[...this.files.values()].flatMap((source) => source.problems)];
  }

  isUnknownTopic(key: string): boolean {
    return this.topics.length > 0 && !this.topics.some((topic) => topic.key === key);
  }

  /** Everything that could be read, put together. */
  content(): Content {
    return {
      topics: this.topics,
      courses: [...this.courses]
        .map(([folder, { data }]) => ({
          ...data,
          modules: data.modules.map((module) => ({
            ...module,
            lessons: module.lessons.flatMap((slug) => this.lessons.get(lessonFile(folder, slug))?.data ?? []),
          })),
        }))
        .sort((a, b) => a.order - b.order),
      questions: this.questions.map(({ data }) => data),
    };
  }

  private read({ name, text }: ContentFile): void {
    const kind = kindOf(name);
    if (!kind) return this.reportFile(name, 'This file has no place in the format: see docs/CONTENT.md');
    const source = new YamlSource(name, text);
    this.files.set(name, source);
    if (kind === 'topics') this.topics = readShape(source, TopicsFile) ?? [];
    else if (kind === 'course') {
      const data = readShape(source, CourseFile);
      if (data) this.courses.set(name.split('/')[0]!, { source, data });
    } else if (kind === 'lesson') {
      const data = readShape(source, LessonFile);
      if (data) this.lessons.set(name, { source, data });
    } else {
      const list = readShape(source, QuestionsFile);
      list?.forEach((data, index) => this.questions.push({ source, data, index }));
      if (!list) this.unreadTopics.add(baseName(name));
    }
  }

  private reportFile(file: string, message: string): void {
    this.stray.push({ file, line: 1, message });
  }
}

export const lessonFile = (folder: string, slug: string): string => `${folder}/lessons/${slug}.yaml`;

/** `early-warning/questions/triage.yaml` → `triage` */
export const baseName = (file: string): string =>
  file
    .split('/')
    .at(-1)!
    .replace(/\.yaml$/, '');

function kindOf(name: string): 'topics' | 'course' | 'lesson' | 'questions' | undefined {
  if (name === 'topics.yaml') return 'topics';
  const [, folder, file, ...deeper] = name.split('/');
  if (folder === 'course.yaml' && file === undefined) return 'course';
  if (!file?.endsWith('.yaml') || deeper.length) return undefined;
  return folder === 'lessons' ? 'lesson' : folder === 'questions' ? 'questions' : undefined;
}
