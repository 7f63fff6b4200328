import { Injectable } from '@nestjs/common';
import type {
  Question,
  QuestionDetail,
  QuestionList,
  QuestionsQuery,
  Text,
  TopicList,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { QuestionAnswer, QuestionBody } from '../content/index.js';
import { keyLaidOpen } from './question-detail.js';

type Viewer = Pick<Actor, 'scopeDepartmentId'>;
type Row = Omit<z.infer<typeof Question>, 'updatedAt' | 'stats'> & {
  updatedAt: Date;
  answered: number;
  meanPercent: number | null;
};
type DetailRow = Row & { body: QuestionBody; key: QuestionAnswer; rationale: Text; source: string | null };

const SORTS = {
  topic: 't.position',
  difficulty: 'v.difficulty',
  type: 'v.type',
  answered: 'coalesce(s.answered, 0)',
  meanPercent: 's."meanPercent"',
} as const;

/** The question bank as trainers read it, keys included, with how people did. */
@Injectable()
export class QuestionsReadModel {
  constructor(private readonly database: Database) {}

  async topics(): Promise<z.infer<typeof TopicList>> {
    const items = await this.database.query<z.infer<typeof TopicList>['items'][number]>(
      'SELECT id, key, title FROM topic ORDER BY position',
    );
    return { items, total: items.length };
  }

  async list(viewer: Viewer, query: z.infer<typeof QuestionsQuery>): Promise<z.infer<typeof QuestionList>> {
    const filters = [
      query.topic ?? null,
      query.type ?? null,
      query.difficulty ?? null,
      query.tier ?? null,
      query.retired ?? null,
      query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${BANK} WHERE ${FILTER}`,
      filters,
    );
    const rows = await this.database.query<Row>(
      `SELECT ${FIELDS} FROM ${BANK} ${statsWithin('$7')} WHERE ${FILTER}
       ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, t.position, v.difficulty, q.id LIMIT $8 OFFSET $9`,
      [...filters, viewer.scopeDepartmentId, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map(toQuestion), total: count!.total };
  }

  async detail(viewer: Viewer, questionId: string): Promise<QuestionDetail | null> {
    const [row] = await this.database.query<DetailRow>(
      `SELECT ${FIELDS}, v.body, k.answer AS key, k.rationale, k.source
       FROM ${BANK} JOIN question_key k ON k.question_version_id = v.id ${statsWithin('$1')} WHERE q.id = $2`,
      [viewer.scopeDepartmentId, questionId],
    );
    if (!row) return null;
    const { body, key, rationale, source, ...rest } = row;
    const chosen = await this.chosen(viewer, row.versionId, body);
    return { ...toQuestion(rest), ...keyLaidOpen(body, key, chosen), rationale, source };
  }

  /** Of those who got this version of the question, the share that chose each option, in percent. */
  private async chosen(viewer: Viewer, versionId: string, body: QuestionBody): Promise<Map<string, number>> {
    if (!('options' in body)) return new Map();
    const rows = await this.database.query<{ key: string; percent: number | null }>(CHOSEN, [
      viewer.scopeDepartmentId,
      versionId,
      body.options.map(({ key }) => key),
    ]);
    return new Map(rows.flatMap(({ key, percent }) => (percent === null ? [] : [[key, percent] as const])));
  }
}

const toQuestion = ({ updatedAt, answered, meanPercent, ...row }: Row): z.infer<typeof Question> => ({
  ...row,
  updatedAt: updatedAt.toISOString(),
  stats: { answered, meanPercent },
});

const BANK = `question q JOIN question_version v ON v.id = q.current_version_id JOIN topic t ON t.key = q.topic_key`;

const FIELDS = `
  q.id, v.id AS "versionId", v.number AS "versionNumber", q.topic_key AS topic, t.title AS "topicTitle", v.type, v.difficulty,
  v.tiers::text[] AS tiers, v.prompt, q.retired, v.created_at AS "updatedAt", coalesce(s.answered, 0) AS answered, s."meanPercent"`;

const FILTER = `
  ($1::text[] IS NULL OR q.topic_key = ANY($1)) AND ($2::text[] IS NULL OR v.type = ANY($2))
  AND ($3::int[] IS NULL OR v.difficulty = ANY($3)) AND ($4::tier IS NULL OR v.tiers IS NULL OR $4 = ANY(v.tiers))
  AND ($5::boolean IS NULL OR q.retired = $5)
  AND ($6::text IS NULL OR v.prompt ->> 'zh' ILIKE $6 OR v.prompt ->> 'en' ILIKE $6)`;

/** Graded and finished, by people who are active now and in the scope of whoever looks (the parameter named). */
const countedWithin = (scope: string): string => `
  attempt_question a
  JOIN attempt m ON m.id = a.attempt_id AND m.kind = 'graded' AND m.finished_at IS NOT NULL
  JOIN person p ON p.id = m.person_id AND p.status = 'active'
  JOIN department d ON d.id = p.department_id AND (${scope}::uuid IS NULL OR d.lineage @> ARRAY[${scope}::uuid])`;

const statsWithin = (scope: string): string => `
  LEFT JOIN (
    SELECT a.question_id, count(*) AS answered, round(100 * sum(a.points) / sum(a.max_points), 1) AS "meanPercent"
    FROM ${countedWithin(scope)} GROUP BY a.question_id
  ) s ON s.question_id = q.id`;

const CHOSEN = `
  SELECT o.key, round(100.0 * count(*) FILTER (WHERE a.answer ->> 'choice' = o.key OR a.answer -> 'choices' ? o.key)
    / nullif(count(a.attempt_id), 0), 1) AS percent
  FROM unnest($3::text[]) AS o(key)
  LEFT JOIN (SELECT a.attempt_id, a.answer FROM ${countedWithin('$1')} WHERE a.question_version_id = $2) a ON true
  GROUP BY o.key`;
