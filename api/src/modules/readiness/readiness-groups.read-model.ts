import { Injectable } from '@nestjs/common';
import {
  READINESS_MIN_GROUP,
  type ReadinessBoard,
  type ReadinessBoardQuery,
  type ReadinessPeopleQuery,
  type ReadinessPerson,
  type Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { DepartmentNotFound, DepartmentsRepository, inScope, type Scope } from '../departments/index.js';
import { gapsOf, shownBy } from './readiness.read-model.js';
import { readinessOf } from './readiness.js';
import { NUMBERS, oneDecimal, ReadinessTree, type Scored } from './readiness-tree.js';

type PeopleQuery = z.infer<typeof ReadinessPeopleQuery>;
interface DepartmentRow {
  id: string;
  name: string;
  path: string;
  lineage: string[];
}
interface PersonRow {
  id: string;
  departmentId: string;
  tier: Tier;
}
type ListedRow = PersonRow & Pick<ReadinessPerson, 'person' | 'departmentPath'>;

/** Readiness of groups, and the people behind them. Numbers are of people who are active now, where they stand now. */
@Injectable()
export class ReadinessGroupsReadModel {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentsRepository,
    private readonly clock: Clock,
  ) {}

  /** `individuals`: whether the reader may see the people behind a group. Without it small groups stay hidden. */
  board(
    query: z.infer<typeof ReadinessBoardQuery>,
    scope: Scope,
    individuals: boolean,
  ): Promise<ReadinessBoard> {
    const now = this.clock.now();
    return this.onOneView(async (sql) => {
      const root = await this.rootOf(sql, query.departmentId, scope);
      // Hiding has to look at the whole organisation, so that two boards cannot be subtracted from each other.
      const departments = await sql.query<DepartmentRow>(DEPARTMENTS, [
        individuals ? (root?.id ?? null) : null,
      ]);
      const people = await sql.query<PersonRow>(PEOPLE, [departments.map(({ id }) => id)]);
      const tree = new ReadinessTree(departments, await this.scored(sql, people, now));
      if (!individuals) tree.hideSmallGroups();
      const depth = root?.lineage.length ?? 0;
      const inRoot = departments.filter(({ lineage }) => !root || lineage.includes(root.id));
      const parents = new Set(inRoot.map(({ lineage }) => lineage.at(-2)));
      const line = (department: DepartmentRow, own: boolean) => ({
        departmentId: department.id,
        name: department.name,
        path: department.path,
        own,
        hasChildren: parents.has(department.id),
        cells: tree.cells(department.id, own),
      });
      return {
        asOf: now.toISOString(),
        department: root && { id: root.id, path: root.path },
        minGroup: READINESS_MIN_GROUP,
        total: tree.cells(root?.id ?? null),
        rows: [
          ...(root ? [line(root, true)] : []),
          ...inRoot.filter(({ lineage }) => lineage.length === depth + 1).map((one) => line(one, false)),
        ],
        // Of the whole of what the reader may see, or not at all: boards of parts could be subtracted from it.
        confidenceGap:
          (root?.id ?? null) === (individuals ? scope : null) ? await this.gap(sql, people) : null,
      };
    });
  }

  /** Without a number come those last who have none, whichever way it is sorted. */
  list(query: PeopleQuery, scope: Scope): Promise<{ items: ReadinessPerson[]; total: number }> {
    const now = this.clock.now();
    return this.onOneView(async (sql) => {
      const root = await this.rootOf(sql, query.departmentId, scope);
      const rows = await sql.query<ListedRow>(LISTED, [
        scope,
        root?.id ?? null,
        query.own ?? false,
        query.tier ?? null,
        query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
      ]);
      const shown = await shownBy(
        sql,
        rows.map(({ id }) => id),
        false,
      );
      const people = rows.flatMap(({ id, person, departmentPath, tier }) => {
        const { overall, types } = readinessOf(shown.get(id) ?? [], now);
        const { value, basis } = query.crisisType
          ? types.find(({ crisisType }) => crisisType === query.crisisType)!.readiness
          : overall;
        const wanted = query.evidence === undefined || (query.evidence === 'with') === (value !== null);
        return wanted ? [{ id, person, departmentPath, tier, value, basis }] : [];
      });
      const from = (query.page - 1) * query.perPage;
      return { items: sorted(people, query).slice(from, from + query.perPage), total: people.length };
    });
  }

  private async rootOf(sql: Sql, departmentId: string | undefined, scope: Scope) {
    const asked = departmentId ?? scope;
    if (!asked) return null;
    const found = await this.departments.find(sql, scope, asked);
    if (!found) throw new DepartmentNotFound();
    return found;
  }

  private async scored(sql: Sql, people: readonly PersonRow[], now: Date): Promise<Scored[]> {
    const shown = await shownBy(
      sql,
      people.map(({ id }) => id),
      false,
    );
    const nothing = NUMBERS.map(() => null);
    return people.map(({ id, departmentId, tier }) => {
      const evidence = shown.get(id);
      if (!evidence) return { departmentId, tier, values: nothing };
      const { overall, types } = readinessOf(evidence, now);
      return {
        departmentId,
        tier,
        values: [overall.value, ...types.map(({ readiness }) => readiness.value)],
      };
    });
  }

  private async gap(sql: Sql, people: readonly PersonRow[]): Promise<ReadinessBoard['confidenceGap']> {
    const gaps = await gapsOf(
      sql,
      people.map(({ id }) => id),
      true,
    );
    // Whoever put their name to it is known by name, and could be taken out of the mean.
    const unnamed = gaps.filter(({ named }) => !named).length;
    if (gaps.length < READINESS_MIN_GROUP || (unnamed > 0 && unnamed < READINESS_MIN_GROUP)) return null;
    return {
      people: gaps.length,
      mean: oneDecimal(gaps.reduce((sum, { gap: { gap } }) => sum + gap, 0) / gaps.length),
    };
  }

  /** People and their evidence must fit each other. Grouping them wants memory, and compiling costs more than it saves. */
  private onOneView<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await tx.query(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
      return work(tx);
    });
  }
}

/** Rows come by name already. */
function sorted(people: ReadinessPerson[], { sort, order }: PeopleQuery): ReadinessPerson[] {
  const turn = order === 'asc' ? 1 : -1;
  if (sort === 'name') return order === 'asc' ? people : people.reverse();
  if (sort === 'employeeNo')
    return people.sort((a, b) => turn * a.person.employeeNo.localeCompare(b.person.employeeNo));
  return people.sort((a, b) =>
    a.value === null || b.value === null
      ? Number(a.value === null) - Number(b.value === null)
      : turn * (a.value - b.value),
  );
}

const DEPARTMENTS = `
  SELECT id, name, path, lineage FROM department
  WHERE $1::uuid IS NULL OR lineage @> ARRAY[$1::uuid]
  ORDER BY name COLLATE zh_pinyin, id`;

const PEOPLE = `
  SELECT id, department_id AS "departmentId", tier FROM person WHERE status = 'active' AND department_id = ANY($1)`;

const LISTED = `
  SELECT p.id, p.department_id AS "departmentId", p.tier, d.path AS "departmentPath",
    json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person
  FROM person p JOIN department d ON d.id = p.department_id
  WHERE p.status = 'active' AND ${inScope('d', '$1')}
    AND ($2::uuid IS NULL OR CASE WHEN $3 THEN d.id = $2 ELSE d.lineage @> ARRAY[$2::uuid] END)
    AND ($4::tier[] IS NULL OR p.tier = ANY($4))
    AND ($5::text IS NULL OR p.name ILIKE $5 OR p.employee_no ILIKE $5)
  ORDER BY p.name COLLATE zh_pinyin, p.id`;
