import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { checkContent } from './check/check-content.js';
import type { Content, SourceCourse } from './source/content.js';
import { ContentError } from './content.errors.js';
import { contentHash } from './content-hash.js';
import { publishVersion } from './publish-version.js';
import { saveQuestions, saveTopics, type QuestionCounts } from './questions.repository.js';
import { readFolder } from './source/read-folder.js';
import { deleteDraft, insertDraft, saveCourse, versionsOf } from './versions.repository.js';

/** `first`: publish at once on the very first import, later leave drafts to a trainer. `all`: always. `none`: never. */
export type PublishMode = 'first' | 'all' | 'none';

export interface CourseReport {
  slug: string;
  /** Of the version that the content now is. */
  number: number;
  outcome: 'unchanged' | 'drafted' | 'published' | 'draft_dropped';
}
export interface ImportReport {
  courses: CourseReport[];
  questions: QuestionCounts;
  /** For people: what changed, in a few words. */
  summary: string;
}

/** Loads course sources into the database. Repeating it changes nothing. */
@Injectable()
export class ContentImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Checks the folder and imports it in one transaction. Throws ContentError when the check finds a problem. */
  async load(folder: string, options: { publish: PublishMode }): Promise<ImportReport> {
    const content = await this.read(folder);
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'courseContent');
      return this.import(tx, content, options.publish);
    });
  }

  private async read(folder: string): Promise<Content> {
    const { content, problems } = checkContent(await readFolder(folder));
    if (content) return content;
    const [first] = problems;
    throw new ContentError(
      `The content in ${folder} has ${problems.length} problems, first ${join(folder, first!.file)}:${first!.line}: ${first!.message}. Run npm run content:check.`,
    );
  }

  private async import(tx: Tx, content: Content, mode: PublishMode): Promise<ImportReport> {
    const at = this.clock.now();
    const [{ any }] = (await tx.query<{ any: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM course_version) AS any',
    )) as [{ any: boolean }];
    const publish = mode === 'all' || (mode === 'first' && !any);
    await saveTopics(tx, content.topics);
    const questions = await saveQuestions(tx, content.questions, at);
    const courses: CourseReport[] = [];
    for (const course of content.courses)
      courses.push(await this.importCourse(tx, course, content, publish, at));
    return { courses, questions, summary: summarise(courses, questions) };
  }

  private async importCourse(
    tx: Tx,
    course: SourceCourse,
    content: Content,
    publish: boolean,
    at: Date,
  ): Promise<CourseReport> {
    const hash = courseHash(course, content);
    const { slug } = course;
    await saveCourse(tx, course);
    const versions = await versionsOf(tx, course.id);
    const draft = versions.find(({ status }) => status === 'draft');
    const settled = versions.find(({ status }) => status !== 'draft');
    if (draft?.hash !== hash && draft) await deleteDraft(tx, draft.id);
    if (settled?.hash === hash)
      return { slug, number: settled.number, outcome: draft ? 'draft_dropped' : 'unchanged' };
    const number = (settled?.number ?? 0) + 1;
    const versionId = draft?.hash === hash ? draft.id : await insertDraft(tx, course, number, hash, at);
    if (publish) await publishVersion(tx, versionId, at, null);
    return { slug, number, outcome: publish ? 'published' : draft?.hash === hash ? 'unchanged' : 'drafted' };
  }
}

/** Covers everything that a learner of the course could see, its questions included. */
function courseHash(course: SourceCourse, content: Content): string {
  const { order: _, slug: __, ...visible } = course;
  const topics = new Set(course.quiz.draw.map(({ topic }) => topic));
  const pool = content.questions
    .filter(({ topic }) => topics.has(topic))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return contentHash({ ...visible, pool });
}

function summarise(courses: readonly CourseReport[], questions: QuestionCounts): string {
  const count = (outcome: CourseReport['outcome']) =>
    courses.filter((course) => course.outcome === outcome).length;
  const parts = [
    [count('published'), 'courses published'],
    [count('drafted'), 'courses with a new draft to publish'],
    [count('draft_dropped'), 'drafts dropped'],
    [questions.added, 'questions added'],
    [questions.changed, 'questions changed'],
    [questions.retired, 'questions retired'],
  ] as const;
  return (
    parts
      .filter(([n]) => n)
      .map(([n, what]) => `${n} ${what}`)
      .join(', ') || 'nothing changed'
  );
}
