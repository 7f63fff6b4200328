import { Injectable } from '@nestjs/common';
import type { ConfidenceGap, PersonReadiness, Readiness, Text, Tier } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { CONFIDENCE, evidenceOf } from './evidence.sql.js';
import { PersonNotFound } from './readiness.errors.js';
import { readinessOf, type Shown } from './readiness.js';
import { oneDecimal } from './readiness-tree.js';

type EvidenceRow = Omit<Shown, 'title'> & { personId: string; title: Text | null };
interface GapRow extends Omit<ConfidenceGap, 'at' | 'gap'> {
  personId: string;
  at: Date;
  named: boolean;
}
interface PersonRow {
  person: { id: string; name: string; employeeNo: string };
  departmentPath: string;
  tier: Tier;
}
const UNTITLED: Text = { zh: '-', en: '-' };

/** Readiness with everything that it rests on. It only reads: nothing follows from a number by itself. */
@Injectable()
export class ReadinessReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of the person who asks. */
  async mine(personId: string): Promise<Readiness> {
    return this.explained(personId, true);
  }

  /** How sure somebody is is shown only when they put their name to it. @throws PersonNotFound also outside the scope */
  async ofPerson(personId: string, scope: Scope): Promise<PersonReadiness> {
    const [row] = await this.database.query<PersonRow>(
      `SELECT json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person,
         d.path AS "departmentPath", p.tier
       FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.id = $1 AND p.status = 'active' AND ${inScope('d', '$2')}`,
      [personId, scope],
    );
    if (!row) throw new PersonNotFound();
    return { ...row, ...(await this.explained(personId, false)) };
  }

  private async explained(personId: string, own: boolean): Promise<Readiness> {
    const now = this.clock.now();
    const shown = await shownBy(this.database, [personId], true);
    const gaps = await gapsOf(this.database, [personId], own);
    return {
      asOf: now.toISOString(),
      ...readinessOf(shown.get(personId) ?? [], now),
      confidence: gaps[0]?.gap ?? null,
    };
  }
}

/** By person; whoever showed nothing is not in it. */
export async function shownBy(
  sql: Sql,
  personIds: readonly string[],
  withTitles: boolean,
): Promise<Map<string, Shown[]>> {
  const rows = await sql.query<EvidenceRow>(evidenceOf(withTitles), [personIds]);
  const shown = new Map<string, Shown[]>();
  for (const { personId, ...row } of rows) {
    const one = { ...row, title: row.title ?? UNTITLED };
    const known = shown.get(personId);
    if (known) known.push(one);
    else shown.set(personId, [one]);
  }
  return shown;
}

/** The latest gap of each, and whether they put their name to it; without `all` only of those who did. */
export async function gapsOf(
  sql: Sql,
  personIds: readonly string[],
  all: boolean,
): Promise<{ gap: ConfidenceGap; named: boolean }[]> {
  const rows = await sql.query<GapRow>(CONFIDENCE, [personIds, all]);
  return rows.map(({ runId, at, selfRated, measured, named }) => ({
    named,
    gap: {
      runId,
      at: at.toISOString(),
      selfRated,
      measured: oneDecimal(measured),
      gap: oneDecimal(selfRated - measured),
    },
  }));
}
