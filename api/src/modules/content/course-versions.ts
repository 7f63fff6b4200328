import { Injectable } from '@nestjs/common';
import { Lru } from '../../platform/cache/lru.js';
import { Database, type Sql } from '../../platform/database/database.js';
import type {
  LessonContent,
  LessonOutline,
  PoolQuestion,
  QuestionKey,
  VersionContent,
} from './stored-content.js';

type Status = 'draft' | 'published' | 'retired';
type VersionRow = Omit<VersionContent, 'lessons' | 'modules'> & {
  status: Status;
  modules: Omit<VersionContent['modules'][number], 'lessons'>[];
  lessons: LessonOutline[];
};

/**
 * Imported content by version. Versions never change once published, so they are kept in memory (bounded); drafts are
 * read anew each time. Answers null for what does not exist. Whatever comes out is shared: do not change it.
 */
@Injectable()
export class CourseVersions {
  private readonly versions = new Lru<string, VersionContent>(64);
  private readonly lessons = new Lru<string, LessonContent>(512);
  private readonly pools = new Lru<string, PoolQuestion[]>(64);
  private readonly questions = new Lru<string, PoolQuestion>(4_096);
  private readonly keys = new Lru<string, QuestionKey>(4_096);

  constructor(private readonly database: Database) {}

  /** Outline and quiz of a version: modules, lessons with the ids of their blocks, minutes. */
  async version(versionId: string, sql: Sql = this.database): Promise<VersionContent | null> {
    const known = this.versions.get(versionId);
    if (known) return known;
    const [row] = await sql.prepared<VersionRow>('content_version', VERSION, [versionId]);
    if (!row) return null;
    const { status, modules, ...rest } = row;
    const version = {
      ...rest,
      modules: modules.map((module) => ({
        ...module,
        lessons: row.lessons.filter((lesson) => lesson.moduleId === module.id),
      })),
    };
    if (status !== 'draft') this.versions.set(versionId, version);
    return version;
  }

  /** A lesson with its blocks in both languages, its case (keys included) and its sources. */
  async lesson(versionId: string, lessonId: string, sql: Sql = this.database): Promise<LessonContent | null> {
    const key = `${versionId}/${lessonId}`;
    const known = this.lessons.get(key);
    if (known) return known;
    const [row] = await sql.prepared<LessonContent & { status: Status }>('content_lesson', LESSON, [
      versionId,
      lessonId,
    ]);
    if (!row) return null;
    const { status, ...lesson } = row;
    if (status !== 'draft') this.lessons.set(key, lesson);
    return lesson;
  }

  /** The questions that the quiz of a version draws from, without keys. */
  async pool(versionId: string, sql: Sql = this.database): Promise<PoolQuestion[]> {
    const known = this.pools.get(versionId);
    if (known) return known;
    const [row] = await sql.prepared<{ status: Status; pool: PoolQuestion[] }>('content_pool', POOL, [
      versionId,
    ]);
    if (!row) return [];
    if (row.status !== 'draft') this.pools.set(versionId, row.pool);
    return row.pool;
  }

  /** Question versions by id, without keys, in the order asked for. */
  questionsOf(questionVersionIds: readonly string[], sql: Sql = this.database): Promise<PoolQuestion[]> {
    return throughCache(this.questions, questionVersionIds, (missing) =>
      sql.prepared<PoolQuestion>('content_questions', QUESTIONS, [missing]),
    );
  }

  /** Right answers and rationales, in the order asked for. For scoring and for results after submission only. */
  keysOf(questionVersionIds: readonly string[], sql: Sql = this.database): Promise<QuestionKey[]> {
    return throughCache(this.keys, questionVersionIds, (missing) =>
      sql.prepared<QuestionKey>('content_keys', KEYS, [missing]),
    );
  }
}

async function throughCache<V extends { questionVersionId: string }>(
  cache: Lru<string, V>,
  ids: readonly string[],
  load: (missing: string[]) => Promise<V[]>,
): Promise<V[]> {
  const found = new Map(
    ids.flatMap((id) => [cache.get(id)].flatMap((value) => (value ? [[id, value] as const] : []))),
  );
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length)
    for (const value of await load(missing)) {
      cache.set(value.questionVersionId, value);
      found.set(value.questionVersionId, value);
    }
  return ids.map((id) => {
    const value = found.get(id);
    if (!value) throw new Error(`Question version ${id} does not exist`);
    return value;
  });
}

const LESSON_FIELDS = `
  l.id, l.module_id AS "moduleId", l.position, l.title, l.tiers::text[] AS tiers, l.minutes, l.case_graph IS NOT NULL AS "isCase"`;

const VERSION = `
  SELECT v.id, v.course_id AS "courseId", v.number, v.status, v.title, v.summary, v.outcomes,
    (SELECT json_agg(json_build_object('id', m.id, 'title', m.title) ORDER BY m.position)
     FROM course_module m WHERE m.version_id = v.id) AS modules,
    (SELECT json_agg(row_to_json(o) ORDER BY o.position) FROM (
       SELECT ${LESSON_FIELDS},
         (SELECT json_agg(json_build_object('id', b.value -> 'id', 'tiers', b.value -> 'tiers') ORDER BY b.ordinality)
          FROM jsonb_array_elements(l.blocks) WITH ORDINALITY b) AS blocks
       FROM lesson l WHERE l.version_id = v.id) o) AS lessons,
    (SELECT json_build_object('id', q.id, 'title', q.title, 'passPercent', q.pass_percent, 'attempts', q.attempts,
                              'limitMinutes', q.limit_minutes, 'draw', q.draw)
     FROM quiz q WHERE q.version_id = v.id) AS quiz
  FROM course_version v WHERE v.id = $1`;

const LESSON = `
  SELECT v.status, ${LESSON_FIELDS}, l.blocks, l.case_graph AS "case", l.sources
  FROM lesson l JOIN course_version v ON v.id = l.version_id WHERE l.version_id = $1 AND l.id = $2`;

const QUESTION_FIELDS = `
  q.question_id AS "questionId", q.id AS "questionVersionId", q.topic_key AS topic, q.type, q.difficulty,
  q.tiers::text[] AS tiers, q.prompt, q.body`;

const POOL = `
  SELECT v.status, coalesce((
    SELECT json_agg(row_to_json(o) ORDER BY o."questionId") FROM (
      SELECT ${QUESTION_FIELDS}
      FROM course_version_question p JOIN question_version q ON q.id = p.question_version_id
      WHERE p.version_id = v.id) o), '[]') AS pool
  FROM course_version v WHERE v.id = $1`;

const QUESTIONS = `SELECT ${QUESTION_FIELDS} FROM question_version q WHERE q.id = ANY($1::uuid[])`;

const KEYS = `
  SELECT question_version_id AS "questionVersionId", answer, rationale FROM question_key
  WHERE question_version_id = ANY($1::uuid[])`;
