import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import {
  RETENTION_RULES,
  type Retention,
  type RetentionRule,
  type RetentionSettings,
} from '@readyroom/contract';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { inScope, type Scope } from '../departments/index.js';
import { Erasures } from './erasure/erasures.service.js';
import { dueOf, laterOf, RETENTION } from './retention.rules.js';

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;
const SHOWN = 200;
const Payload = z.object({});
type Listed = Retention['erased'][number];
type ErasedRow = Omit<Listed, 'erasedAt'> & { erasedAt: Date; total: number };

interface Settings {
  days: Record<RetentionRule, number>;
  eraseAfterMonths: number | null;
  eraseByItself: boolean;
}

/** Deletes and empties what has been kept long enough. Running it twice is running it once. */
@Injectable()
export class RetentionJob implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'personal_data.retention';
  readonly payload = Payload;
  private readonly log = new Logger('Retention');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly erasures: Erasures,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    await this.run();
  }

  /** What is set, what the next run would do, and whom it concerns. Changes nothing. */
  async state(scope: Scope): Promise<Retention> {
    const settings = await this.settings(this.database);
    const due: Record<string, number> = {};
    const next: Record<string, string | null> = {};
    for (const rule of RETENTION_RULES) {
      const { n, first } = await this.kept(settings, rule);
      due[rule] = n;
      next[rule] = first && new Date(first.getTime() + settings.days[rule] * DAY_MS).toISOString();
    }
    next.people = await this.nextLeaver(settings, scope);
    const leavers = await this.leavers(settings, scope, SHOWN);
    due.people = settings.eraseByItself ? leavers.total : 0;
    const [last] = await this.database.query<{ at: Date; counts: Record<string, number> }>(
      'SELECT at, counts FROM retention_run ORDER BY at DESC, id DESC LIMIT 1',
    );
    const erased = await this.database.query<ErasedRow>(
      `SELECT p.id, p.name AS pseudonym, e.erased_at AS "erasedAt", count(*) OVER ()::int AS total,
         CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS by
       FROM erasure e JOIN person p ON p.id = e.person_id JOIN department d ON d.id = p.department_id
       LEFT JOIN person b ON b.id = e.erased_by
       WHERE ${inScope('d', '$1')} ORDER BY e.erased_at DESC, p.id LIMIT $2`,
      [scope, SHOWN],
    );
    return {
      settings,
      due,
      next,
      lastRun: last ? { at: last.at.toISOString(), counts: last.counts } : null,
      proposed: leavers.people,
      proposedTotal: leavers.total,
      erased: erased.map(({ id, pseudonym, erasedAt, by }) => ({
        id,
        pseudonym,
        erasedAt: erasedAt.toISOString(),
        by,
      })),
      erasedTotal: erased[0]?.total ?? 0,
    };
  }

  /** How many days each rule keeps things, as the organisation has it. */
  async days(): Promise<Record<RetentionRule, number>> {
    return (await this.settings(this.database)).days;
  }

  async save(settings: RetentionSettings): Promise<void> {
    await this.database.query(
      'UPDATE retention_setting SET days = $1, erase_after_months = $2, erase_by_itself = $3',
      [JSON.stringify(settings.days), settings.eraseAfterMonths, settings.eraseByItself],
    );
  }

  async run(): Promise<Record<string, number>> {
    const settings = await this.settings(this.database);
    const counts: Record<string, number> = {};
    await this.database.transaction(async (tx) => {
      for (const rule of RETENTION_RULES) {
        counts[rule] = 0;
        for (const part of RETENTION[rule].parts) {
          const { table, empty } = part;
          const [row] = await tx.query<{ n: number }>(
            `WITH gone AS (${empty ? `UPDATE ${table} SET ${empty}` : `DELETE FROM ${table}`} WHERE ${dueOf(part)} RETURNING 1)
             SELECT count(*)::int AS n FROM gone`,
            [this.before(settings, rule)],
          );
          counts[rule] += row!.n;
        }
      }
    });
    counts.people = settings.eraseByItself ? await this.eraseLeavers(settings) : 0;
    if (Object.values(counts).some((n) => n > 0))
      await this.database.query('INSERT INTO retention_run (at, counts) VALUES ($1, $2)', [
        this.clock.now(),
        JSON.stringify(counts),
      ]);
    return counts;
  }

  /** How much of a rule is due, and from when the first counts that is not yet. */
  private async kept(settings: Settings, rule: RetentionRule): Promise<{ n: number; first: Date | null }> {
    const { parts } = RETENTION[rule];
    const [row] = await this.database.query<{ n: number; first: Date | null }>(
      `SELECT ${parts.map((part) => `(SELECT count(*) FROM ${part.table} WHERE ${dueOf(part)})`).join(' + ')} AS n,
         least(${parts.map((part) => `(SELECT min(${part.from}) FROM ${part.table} WHERE ${laterOf(part)})`).join(', ')}) AS first`,
      [this.before(settings, rule)],
    );
    return row!;
  }

  /** Each in a transaction of their own: one who cannot be erased now holds nobody up. */
  private async eraseLeavers(settings: Settings): Promise<number> {
    let erased = 0;
    for (const { id } of (await this.leavers(settings, null, null)).people)
      try {
        if (await this.erasures.eraseByItself(id)) erased++;
      } catch (error) {
        this.log.error(`${id} could not be erased: ${(error as Error).message}`);
      }
    return erased;
  }

  private async leavers(
    { eraseAfterMonths }: Settings,
    scope: Scope,
    limit: number | null,
  ): Promise<{ people: Retention['proposed']; total: number }> {
    if (eraseAfterMonths === null) return { people: [], total: 0 };
    const rows = await this.database.query<{
      id: string;
      name: string;
      employeeNo: string;
      leftAt: Date;
      total: number;
    }>(
      `SELECT p.id, p.name, p.employee_no AS "employeeNo", p.left_at AS "leftAt", count(*) OVER ()::int AS total
       FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.status = 'left' AND p.erased_at IS NULL
         AND p.left_at + make_interval(months => $1) <= $2 AND ${inScope('d', '$3')}
       ORDER BY p.left_at, p.id LIMIT $4`,
      [eraseAfterMonths, this.clock.now(), scope, limit],
    );
    return {
      people: rows.map(({ id, name, employeeNo, leftAt }) => ({
        id,
        name,
        employeeNo,
        leftAt: leftAt.toISOString(),
      })),
      total: rows[0]?.total ?? 0,
    };
  }

  /** When the next of those who left will have been away long enough. */
  private async nextLeaver({ eraseAfterMonths }: Settings, scope: Scope): Promise<string | null> {
    const [row] = await this.database.query<{ at: Date | null }>(
      `SELECT min(p.left_at + make_interval(months => $1)) AS at FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.status = 'left' AND p.erased_at IS NULL AND p.left_at + make_interval(months => $1) > $2
         AND ${inScope('d', '$3')}`,
      [eraseAfterMonths, this.clock.now(), scope],
    );
    return row!.at?.toISOString() ?? null;
  }

  private async settings(sql: Sql): Promise<Settings> {
    const [row] = await sql.query<Settings>(
      `SELECT days, erase_after_months AS "eraseAfterMonths", erase_by_itself AS "eraseByItself" FROM retention_setting`,
    );
    const usual = Object.fromEntries(RETENTION_RULES.map((rule) => [rule, RETENTION[rule].days]));
    return { ...row!, days: { ...usual, ...row!.days } as Settings['days'] };
  }

  private before({ days }: Settings, rule: RetentionRule): Date {
    return new Date(this.clock.now().getTime() - days[rule] * DAY_MS);
  }
}
