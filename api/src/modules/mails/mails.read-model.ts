import { Injectable } from '@nestjs/common';
import type { ListMailsQuery, MailList, MailRecord } from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';

type Row = Omit<z.infer<typeof MailRecord>, 'createdAt' | 'sentAt'> & {
  createdAt: Date;
  sentAt: Date | null;
};

@Injectable()
export class MailsReadModel {
  constructor(private readonly database: Database) {}

  async list(query: z.infer<typeof ListMailsQuery>): Promise<z.infer<typeof MailList>> {
    const filters = [
      query.state?.length ? query.state : null,
      query.personId ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${FROM}`,
      filters,
    );
    const rows = await this.database.query<Row>(
      `SELECT m.id, m.address AS "to", json_build_object('id', p.id, 'name', p.name) AS person, m.subject, m.body,
         m.calendar, m.state, m.reason, m.attempts, m.created_at AS "createdAt", m.sent_at AS "sentAt"
       FROM ${FROM} ORDER BY m.created_at ${query.order}, m.id ${query.order} LIMIT $4 OFFSET $5`,
      [...filters, query.perPage, (query.page - 1) * query.perPage],
    );
    const items = rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
    }));
    return { items, total: count!.total };
  }
}

const FROM = `mail m JOIN person p ON p.id = m.person_id
  WHERE ($1::text[] IS NULL OR m.state = ANY($1)) AND ($2::uuid IS NULL OR m.person_id = $2)
    AND ($3::text IS NULL OR m.subject ILIKE '%' || $3 || '%' OR m.address ILIKE '%' || $3 || '%')`;
