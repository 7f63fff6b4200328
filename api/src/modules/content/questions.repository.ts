import type { Sql } from '../../platform/database/database.js';
import { ContentError } from './content.errors.js';
import { contentHash } from './content-hash.js';
import { splitQuestion } from './render-question.js';
import type { SourceQuestion, SourceTopic } from './source/source-schema.js';

/** Topics keep their key for good: answers are filed under it. */
export async function saveTopics(sql: Sql, topics: readonly SourceTopic[]): Promise<void> {
  const rows = JSON.stringify(topics.map((topic, i) => ({ ...topic, position: i + 1 })));
  const [renamed] = await sql.query<{ was: string; now: string }>(
    `SELECT t.key AS was, n.key AS now FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, key text)
     JOIN topic t ON t.id = n.id AND t.key <> n.key LIMIT 1`,
    [rows],
  );
  if (renamed)
    throw new ContentError(
      `The topic “${renamed.was}” is now called “${renamed.now}” in topics.yaml, but the key of a topic never changes. Change its title instead.`,
    );
  await sql.query(
    `INSERT INTO topic AS t (key, id, title, position)
     SELECT key, id, title, position FROM jsonb_to_recordset($1::jsonb) AS n(key text, id uuid, title jsonb, position int)
     ON CONFLICT (key) DO UPDATE SET id = excluded.id, title = excluded.title, position = excluded.position
     WHERE (t.id, t.title, t.position) IS DISTINCT FROM (excluded.id, excluded.title, excluded.position)`,
    [rows],
  );
}

export interface QuestionCounts {
  added: number;
  changed: number;
  retired: number;
}

/** Brings the bank in line with the source: a changed question gets its next version, a missing one retires. */
export async function saveQuestions(
  sql: Sql,
  questions: readonly SourceQuestion[],
  at: Date,
): Promise<QuestionCounts> {
  const known = new Map(
    (
      await sql.query<{ id: string; hash: string }>(
        `SELECT q.id, v.content_hash AS hash FROM question q JOIN question_version v ON v.id = q.current_version_id`,
      )
    ).map(({ id, hash }) => [id, hash]),
  );
  const stale = questions
    .map((question) => ({ question, hash: contentHash(question) }))
    .filter(({ question, hash }) => known.get(question.id) !== hash);
  await sql.query(SAVE_VERSIONS, [
    JSON.stringify(
      stale.map(({ question, hash }) => ({
        question_id: question.id,
        content_hash: hash,
        topic_key: question.topic,
        type: question.type,
        difficulty: question.difficulty,
        tiers: question.tiers,
        prompt: question.prompt,
        ...splitQuestion(question),
        rationale: question.rationale,
        source: question.source ?? null,
      })),
    ),
    at,
  ]);
  const ids = questions.map(({ id }) => id);
  await sql.query('UPDATE question SET retired = false WHERE retired AND id = ANY($1::uuid[])', [ids]);
  const retired = await sql.query(
    'UPDATE question SET retired = true WHERE NOT retired AND id <> ALL($1::uuid[]) RETURNING id',
    [ids],
  );
  const added = stale.filter(({ question }) => !known.has(question.id)).length;
  return { added, changed: stale.length - added, retired: retired.length };
}

// One statement, so that question and version can point at each other: the constraints are checked at its end.
const SAVE_VERSIONS = `
  WITH n AS (
    SELECT uuidv7() AS id, r.*,
      1 + coalesce((SELECT max(number) FROM question_version v WHERE v.question_id = r.question_id), 0) AS number
    FROM jsonb_to_recordset($1::jsonb) AS r(question_id uuid, content_hash text, topic_key text, type text, difficulty int,
      tiers tier[], prompt jsonb, body jsonb, answer jsonb, rationale jsonb, source text)
  ), q AS (
    INSERT INTO question (id, topic_key, current_version_id) SELECT question_id, topic_key, id FROM n
    ON CONFLICT (id) DO UPDATE SET topic_key = excluded.topic_key, current_version_id = excluded.current_version_id
  ), v AS (
    INSERT INTO question_version (id, question_id, number, content_hash, topic_key, type, difficulty, tiers, prompt, body, created_at)
    SELECT id, question_id, number, content_hash, topic_key, type, difficulty, tiers, prompt, body, $2 FROM n
  )
  INSERT INTO question_key (question_version_id, answer, rationale, source) SELECT id, answer, rationale, source FROM n`;
