import { Injectable } from '@nestjs/common';
import {
  TIERS,
  type CertificationBoard,
  type CertificationFilters,
  type Text,
  type Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { completionRoot } from '../completion/index.js';
import { organisationDay } from '../standings/index.js';
import { countedOn } from './rows.sql.js';
import { statusNumbers, type StatusCount } from './status-numbers.js';

/** People of one program and tier in one child's sub-tree; childId null = direct people of the department itself. */
interface Cell extends StatusCount {
  childId: string | null;
  programId: string;
  tier: Tier;
}
interface Member {
  id: string;
  name: string;
  path: string;
  /** The child below the root that it belongs to; null for the root itself. */
  childId: string | null;
}

/** The board of programs: read from the running counts, put right by the few people whose day has come since. */
@Injectable()
export class BoardReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async board(
    filters: z.infer<typeof CertificationFilters>,
    scope: string | null,
  ): Promise<CertificationBoard> {
    const root = await completionRoot(this.database, filters.departmentId, scope);
    const { today, now } = await organisationDay(this.database, this.clock);
    const members = await this.database.query<Member>(MEMBERS, [root?.id ?? null, (root?.depth ?? 0) + 1]);
    const cells = await this.database.query<Cell>(CELLS, [
      members.map((member) => member.id),
      members.map((member) => member.childId),
      filters.tier?.length ? filters.tier : null,
      filters.programId?.length ? filters.programId : null,
      today,
    ]);
    const programs = await this.programs([
      ...(filters.programId ?? []),
      ...cells.map((cell) => cell.programId),
    ]);
    const numbers = (which: (cell: Cell) => boolean) => statusNumbers(cells.filter(which));
    const parents = new Set(members.map((member) => member.childId !== member.id && member.childId));
    const line = (department: Omit<Member, 'childId'>, childId: string | null, hasChildren: boolean) => {
      const own = cells.filter((cell) => cell.childId === childId);
      const here = new Set(own.map((cell) => cell.programId));
      return {
        departmentId: department.id,
        name: department.name,
        path: department.path,
        own: childId === null,
        hasChildren,
        numbers: statusNumbers(own),
        cells: programs
          .filter(({ id }) => here.has(id))
          .map(({ id }) => ({
            programId: id,
            numbers: statusNumbers(own.filter((cell) => cell.programId === id)),
          })),
      };
    };
    const children = members.filter((member) => member.childId === member.id);
    return {
      asOf: now.toISOString(),
      today,
      department: root && { id: root.id, path: root.path },
      programs,
      total: statusNumbers(cells),
      byProgram: programs.map(({ id }) => ({
        programId: id,
        numbers: numbers((cell) => cell.programId === id),
      })),
      byTier: TIERS.filter((tier) => !filters.tier?.length || filters.tier.includes(tier)).map((tier) => ({
        tier,
        numbers: numbers((cell) => cell.tier === tier),
      })),
      rows: [
        ...(root ? [line(root, null, children.length > 0)] : []),
        ...children.map((child) => line(child, child.id, parents.has(child.id))),
      ],
    };
  }

  /** Columns: the programs asked for, or those that are asked of somebody here. */
  private programs(ids: readonly string[]): Promise<{ id: string; slug: string; title: Text }[]> {
    return this.database.query(
      `SELECT g.id, g.slug, v.document->'title' AS title FROM program g JOIN program_version v ON v.id = g.version_id
       WHERE g.id = ANY($1) ORDER BY g.slug, g.id`,
      [[...new Set(ids)]],
    );
  }
}

const MEMBERS = `
  SELECT id, name, path, lineage[$2::int] AS "childId" FROM department
  WHERE $1::uuid IS NULL OR lineage @> ARRAY[$1::uuid]
  ORDER BY name COLLATE zh_pinyin, id`;

const CELLS = `
  SELECT m.child AS "childId", n.program_id AS "programId", n.tier, n.status, sum(n.people) AS people
  FROM (${countedOn('$5')}) n JOIN unnest($1::uuid[], $2::uuid[]) AS m(id, child) ON m.id = n.department_id
  WHERE ($3::tier[] IS NULL OR n.tier = ANY($3)) AND ($4::uuid[] IS NULL OR n.program_id = ANY($4))
  GROUP BY 1, 2, 3, 4
  HAVING sum(n.people) <> 0
  ORDER BY 2, 3, 4`;
