import { Injectable } from '@nestjs/common';
import type { Delivery, DeliveryList, ListDeliveriesQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { Database, type Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../standings/index.js';

type Row = Omit<Delivery, 'notBefore' | 'createdAt' | 'triedAt' | 'sentAt' | 'readAt'> & {
  notBefore: Date;
  createdAt: Date;
  triedAt: Date | null;
  sentAt: Date | null;
  readAt: Date | null;
};
const SORTS = { createdAt: 'd.created_at', notBefore: 'd.not_before', sentAt: 'd.sent_at' } as const;

/**
 * What became of messages. Within the departments of who looks; messages to groups only without such a limit. What a
 * message says about people outside these departments is not shown either: a manager can have people elsewhere.
 */
@Injectable()
export class DeliveriesReadModel {
  constructor(private readonly database: Database) {}

  async list(
    query: z.infer<typeof ListDeliveriesQuery>,
    scope: Scope,
  ): Promise<z.infer<typeof DeliveryList>> {
    const filters = [
      scope,
      query.state?.length ? query.state : null,
      query.channel?.length ? query.channel : null,
      query.kind?.length ? query.kind : null,
      query.personId ?? null,
      query.robotId ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total ${FROM} AND ${FILTERS}`,
      filters,
    );
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${FROM} AND ${FILTERS}
       ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, d.id ${query.order} LIMIT $8 OFFSET $9`,
      [...filters, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map(toDelivery), total: count!.total };
  }

  async one(sql: Sql, id: string, scope: Scope): Promise<Delivery | null> {
    const [row] = await sql.query<Row>(`SELECT ${COLUMNS} ${FROM} AND d.id = $2`, [scope, id]);
    return row ? toDelivery(row) : null;
  }
}

const toDelivery = (row: Row): Delivery => ({
  ...row,
  notBefore: row.notBefore.toISOString(),
  createdAt: row.createdAt.toISOString(),
  triedAt: row.triedAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  readAt: row.readAt?.toISOString() ?? null,
});

const OUTSIDE = JSON.stringify({
  zh: '涉及您部门范围以外的人员，内容不予显示。',
  en: 'It is about people outside your departments, so the text is not shown.',
});

/**
 * Reminders say whom they are about. Of a flash briefing that somebody has to be told who has not acknowledged it, only
 * the text says it, so nobody with a limit reads that.
 */
const ABOUT_OUTSIDERS = `($1::uuid IS NOT NULL AND d.message IS NOT NULL AND (
  EXISTS (SELECT 1 FROM reminder x JOIN person o ON o.id = x.person_id JOIN department od ON od.id = o.department_id
    WHERE x.delivery_id = d.id AND NOT ${inScope('od', '$1')})
  OR d.kind = 'briefing' AND d.effect_key LIKE '%:late:%'))`;

const COLUMNS = `d.id, d.kind, d.channel,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS person,
  CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS robot,
  CASE WHEN ${ABOUT_OUTSIDERS} THEN jsonb_set(d.message, '{body}', '${OUTSIDE}') ELSE d.message END AS message, d.state, d.reason, d.attempts, d.repeated, d.not_before AS "notBefore", d.created_at AS "createdAt",
  d.tried_at AS "triedAt", d.sent_at AS "sentAt", d.read_at AS "readAt", d.mail_id AS "mailId"`;

/** $1 scope. */
const FROM = `FROM delivery d
  LEFT JOIN person p ON p.id = d.person_id LEFT JOIN department dep ON dep.id = p.department_id
  LEFT JOIN robot r ON r.id = d.robot_id
  WHERE ${inScope('dep', '$1')}`;
const FILTERS = `($2::text[] IS NULL OR d.state = ANY($2)) AND ($3::text[] IS NULL OR d.channel = ANY($3))
  AND ($4::text[] IS NULL OR d.kind = ANY($4)) AND ($5::uuid IS NULL OR d.person_id = $5)
  AND ($6::uuid IS NULL OR d.robot_id = $6)
  AND ($7::text IS NULL OR p.name ILIKE '%' || $7 || '%' OR p.employee_no ILIKE '%' || $7 || '%' OR r.name ILIKE '%' || $7 || '%'
       OR d.message->'title'->>'zh' ILIKE '%' || $7 || '%' OR d.message->'title'->>'en' ILIKE '%' || $7 || '%')`;
