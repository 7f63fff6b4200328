import { Injectable } from '@nestjs/common';
import type {
  Briefing,
  BriefingBoard,
  BriefingNumbers,
  BriefingPeopleQuery,
  BriefingPerson,
  ListBriefingsQuery,
  Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { BriefingNotFound } from './briefing.errors.js';

interface NumbersRow extends BriefingNumbers {
  departmentId: string | null;
  department: string | null;
  tier: Tier | null;
}
type Extra = Pick<
  BriefingBoard,
  'mayChange' | 'document' | 'versions' | 'stopped' | 'joined' | 'left' | 'toldManagers' | 'toldHr'
>;

/** Where briefings stand. Everybody sees only the people of their departments. */
@Injectable()
export class BriefingsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    scope: Scope,
    { state, q, page, perPage }: z.infer<typeof ListBriefingsQuery>,
  ): Promise<{ items: Briefing[]; total: number }> {
    const where = `WHERE ${VISIBLE} AND ($2::text[] IS NULL OR ${STATE} = ANY($2))
      AND ($3::text IS NULL OR strpos(lower(v.document->>'title'), lower($3)) > 0)`;
    const values = [scope, state ?? null, q || null];
    const items = await this.database.query<Briefing>(
      `SELECT ${BRIEFING} ${FROM} ${where} ORDER BY b.sent_at DESC, b.id LIMIT $4 OFFSET $5`,
      [...values, perPage, (page - 1) * perPage],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total ${FROM} ${where}`,
      values,
    );
    return { items, total: count!.total };
  }

  /** @throws BriefingNotFound */
  async board(scope: Scope, mayChange: boolean, id: string): Promise<BriefingBoard> {
    const now = this.clock.now();
    const [briefing] = await this.database.query<Briefing>(
      `SELECT ${BRIEFING} ${FROM} WHERE b.id = $2 AND ${VISIBLE}`,
      [scope, id],
    );
    if (!briefing) throw new BriefingNotFound();
    const numbers = await this.database.query<NumbersRow>(
      `SELECT d.id AS "departmentId", d.name AS department, p.tier, ${NUMBERS}
       ${RECEIPTS} AND p.status = 'active' GROUP BY GROUPING SETS ((), (d.id, d.name), (p.tier))
       ORDER BY d.name NULLS FIRST, p.tier`,
      [scope, id, now],
    );
    const [extra] = await this.database.query<Extra>(EXTRA, [scope, id]);
    const total = numbers.find(({ departmentId, tier }) => departmentId === null && tier === null)!;
    return {
      asOf: now.toISOString(),
      briefing,
      ...extra!,
      mayChange: mayChange && extra!.mayChange,
      total: plain(total),
      departments: numbers
        .filter((row) => row.departmentId !== null)
        .map((row) => ({ id: row.departmentId!, name: row.department!, ...plain(row) })),
      tiers: numbers.filter((row) => row.tier !== null).map((row) => ({ tier: row.tier!, ...plain(row) })),
    };
  }

  /** The people behind a number of the board. @throws BriefingNotFound */
  async people(
    scope: Scope,
    id: string,
    { answer, departmentId, tier, page, perPage }: BriefingPeopleQuery,
  ): Promise<{ items: BriefingPerson[]; total: number }> {
    const [known] = await this.database.query(`SELECT 1 ${FROM} WHERE b.id = $2 AND ${VISIBLE}`, [scope, id]);
    if (!known) throw new BriefingNotFound();
    const values = [scope, id, this.clock.now(), departmentId ?? null, tier ?? null];
    const where = `${RECEIPTS} AND p.status = 'active' AND ($4::uuid IS NULL OR d.id = $4)
      AND ($5::tier IS NULL OR p.tier = $5) AND ${answer ? ANSWER[answer] : 'true'}`;
    const items = await this.database.query<BriefingPerson>(
      `SELECT json_build_object('id', p.id, 'name', p.name) AS person, d.name AS department, p.tier,
         (SELECT m.name FROM person m WHERE m.id = p.manager_id AND m.status = 'active') AS manager,
         r.joined, ${iso('r.asked_at')} AS "askedAt", ${iso('r.due_at')} AS "dueAt",
         ${iso('r.opened_at')} AS "openedAt", ${iso('r.acknowledged_at')} AS "acknowledgedAt", ${SECONDS} AS seconds,
         ${ANSWER.late} AS late, ${iso('r.manager_told_at')} AS "managerToldAt", ${iso('r.hr_told_at')} AS "hrToldAt",
         (SELECT y.state FROM delivery y WHERE y.effect_key =
           'briefing:' || r.briefing_id || ':' || r.version || ':' || p.id || ':email') AS mail
       ${where} ORDER BY r.acknowledged_at NULLS FIRST, r.opened_at NULLS FIRST, d.name, p.name, p.id
       LIMIT $6 OFFSET $7`,
      [...values, perPage, (page - 1) * perPage],
    );
    const [count] = await this.database.query<{ total: number }>(
      // Named here so that PostgreSQL knows its type when no condition asks for the time.
      `SELECT count(*)::int AS total ${where} AND $3::timestamptz IS NOT NULL`,
      values,
    );
    return { items, total: count!.total };
  }
}

const plain = ({
  asked,
  acknowledged,
  opened,
  unopened,
  late,
  medianSeconds,
}: NumbersRow): BriefingNumbers => ({
  asked,
  acknowledged,
  opened,
  unopened,
  late,
  medianSeconds,
});

const iso = (column: string): string =>
  `to_char((${column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const STATE = `CASE WHEN b.stopped_at IS NULL THEN 'active' ELSE 'stopped' END`;
const FROM = `FROM briefing b JOIN briefing_version v ON v.briefing_id = b.id AND v.number = b.version
  JOIN person x ON x.id = b.sent_by`;
/** $1 scope. */
const VISIBLE = `($1::uuid IS NULL OR EXISTS (SELECT 1 FROM briefing_receipt r JOIN person p ON p.id = r.person_id
  JOIN department d ON d.id = p.department_id WHERE r.briefing_id = b.id AND ${inScope('d', '$1')}))`;
const mine = (condition: string): string => `(SELECT count(*)::int FROM briefing_receipt r
  JOIN person p ON p.id = r.person_id JOIN department d ON d.id = p.department_id
  WHERE r.briefing_id = b.id AND r.version = b.version AND p.status = 'active' AND ${inScope('d', '$1')} ${condition})`;
const BRIEFING = `b.id, v.document->'title' AS title, ${STATE} AS state, b.version,
  b.within_minutes AS "withinMinutes", b.joiners, ${iso('b.sent_at')} AS "sentAt", ${iso('v.sent_at')} AS "askedAt",
  ${iso('v.sent_at + make_interval(mins => b.within_minutes)')} AS "dueAt",
  json_build_object('id', x.id, 'name', x.name) AS "sentBy",
  ${mine('')} AS asked, ${mine('AND r.acknowledged_at IS NOT NULL')} AS acknowledged`;

/** $1 scope, $2 briefing, $3 now. */
const RECEIPTS = `FROM briefing b JOIN briefing_receipt r ON r.briefing_id = b.id AND r.version = b.version
  JOIN person p ON p.id = r.person_id JOIN department d ON d.id = p.department_id
  WHERE b.id = $2 AND ${inScope('d', '$1')}`;
const ANSWER = {
  acknowledged: 'r.acknowledged_at IS NOT NULL',
  opened: '(r.acknowledged_at IS NULL AND r.opened_at IS NOT NULL)',
  unopened: '(r.acknowledged_at IS NULL AND r.opened_at IS NULL)',
  late: '(r.acknowledged_at IS NULL AND r.due_at <= $3::timestamptz)',
};
const SECONDS = 'extract(epoch FROM r.acknowledged_at - r.asked_at)';
const count = (answer: keyof typeof ANSWER): string =>
  `count(*) FILTER (WHERE ${ANSWER[answer]})::int AS ${answer}`;
const NUMBERS = `count(*)::int AS asked, ${count('acknowledged')}, ${count('opened')}, ${count('unopened')},
  ${count('late')}, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${SECONDS}::float8)
    FILTER (WHERE r.acknowledged_at IS NOT NULL) AS "medianSeconds"`;

const told = (column: string): string => mine(`AND r.${column} IS NOT NULL`);
const EXTRA = `
  SELECT v.document, ($1::uuid IS NULL OR coalesce(s.lineage @> ARRAY[$1::uuid], false)) AS "mayChange",
    CASE WHEN b.stopped_at IS NOT NULL THEN json_build_object('at', ${iso('b.stopped_at')}, 'reason', b.stop_reason,
      'by', (SELECT json_build_object('id', y.id, 'name', y.name) FROM person y WHERE y.id = b.stopped_by)) END AS stopped,
    (SELECT json_agg(json_build_object('number', w.number, 'changed', w.changed, 'sentAt', ${iso('w.sent_at')},
        'sentBy', json_build_object('id', y.id, 'name', y.name),
        'acknowledged', (SELECT count(*) FROM briefing_receipt r JOIN person p ON p.id = r.person_id
          JOIN department d ON d.id = p.department_id WHERE r.briefing_id = b.id AND r.version = w.number
            AND r.acknowledged_at IS NOT NULL AND ${inScope('d', '$1')})) ORDER BY w.number DESC)
     FROM briefing_version w JOIN person y ON y.id = w.sent_by WHERE w.briefing_id = b.id) AS versions,
    (SELECT count(*)::int FROM briefing_receipt r JOIN person p ON p.id = r.person_id
     JOIN department d ON d.id = p.department_id
     WHERE r.briefing_id = b.id AND r.version = b.version AND p.status <> 'active' AND ${inScope('d', '$1')}) AS left,
    ${mine('AND r.joined')} AS joined, ${told('manager_told_at')} AS "toldManagers", ${told('hr_told_at')} AS "toldHr"
  ${FROM} LEFT JOIN department s ON s.id = b.scope_id WHERE b.id = $2`;
