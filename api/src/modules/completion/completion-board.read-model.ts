import { Injectable } from '@nestjs/common';
import {
  TIERS,
  type CompletionBoard,
  type CompletionFilters,
  type Text,
  type Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { organisationDay } from '../standings/index.js';
import { numbersOf, type Count } from './completion-numbers.js';
import { completionRoot } from './completion-root.js';

/** Counts of one course and tier in one child's sub-tree; childId null = direct people of the department itself. */
interface Cell extends Count {
  childId: string | null;
  courseId: string;
  tier: Tier;
}
interface Member {
  id: string;
  name: string;
  path: string;
  /** The child below the root that it belongs to; null for the root itself. */
  childId: string | null;
}

/** The board: read from the running counts alone, so that it takes as long for 200,000 people as for 2,000. */
@Injectable()
export class CompletionBoardReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async board(filters: z.infer<typeof CompletionFilters>, scope: string | null): Promise<CompletionBoard> {
    const root = await completionRoot(this.database, filters.departmentId, scope);
    const { today, now } = await organisationDay(this.database, this.clock);
    const members = await this.database.query<Member>(MEMBERS, [root?.id ?? null, (root?.depth ?? 0) + 1]);
    const cells = await this.database.query<Cell>(CELLS, [
      members.map((member) => member.id),
      members.map((member) => member.childId),
      filters.tier?.length ? filters.tier : null,
      filters.courseId?.length ? filters.courseId : null,
      today,
    ]);
    const courses = await this.courses([...(filters.courseId ?? []), ...cells.map((cell) => cell.courseId)]);
    const numbers = (which: (cell: Cell) => boolean) => numbersOf(cells.filter(which));
    const parents = new Set(members.map((member) => member.childId !== member.id && member.childId));
    const line = (department: Omit<Member, 'childId'>, childId: string | null, hasChildren: boolean) => {
      const own = cells.filter((cell) => cell.childId === childId);
      return {
        departmentId: department.id,
        name: department.name,
        path: department.path,
        own: childId === null,
        hasChildren,
        numbers: numbersOf(own),
        cells: own.map((cell) => ({ courseId: cell.courseId, tier: cell.tier, numbers: numbersOf([cell]) })),
      };
    };
    const children = members.filter((member) => member.childId === member.id);
    return {
      asOf: now.toISOString(),
      today,
      department: root && { id: root.id, path: root.path },
      courses,
      total: numbersOf(cells),
      byCourse: courses.map(({ id }) => ({ courseId: id, numbers: numbers((cell) => cell.courseId === id) })),
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

  /** Columns: the courses asked for, or those that somebody here is assigned, in the order of the curriculum. */
  private courses(ids: readonly string[]): Promise<{ id: string; title: Text }[]> {
    return this.database.query(
      `SELECT c.id, v.title FROM course c JOIN course_version v ON v.id = c.published_version_id
       WHERE c.id = ANY($1) ORDER BY c.position, c.id`,
      [[...new Set(ids)]],
    );
  }
}

const MEMBERS = `
  SELECT id, name, path, lineage[$2::int] AS "childId" FROM department
  WHERE $1::uuid IS NULL OR lineage @> ARRAY[$1::uuid]
  ORDER BY name COLLATE zh_pinyin, id`;

// The departments come as arrays, because their number is then known to the planner: it would take a condition on
// lineage to leave ten of two thousand.
const CELLS = `
  SELECT m.child AS "childId", n.course_id AS "courseId", n.tier,
         sum(n.not_started) AS "notStarted", sum(n.in_progress) AS "inProgress", sum(n.completed) AS completed,
         coalesce(sum(n.not_started + n.in_progress) FILTER (WHERE n.due_on < $5), 0) AS overdue
  FROM standing_count n JOIN unnest($1::uuid[], $2::uuid[]) AS m(id, child) ON m.id = n.department_id
  WHERE ($3::tier[] IS NULL OR n.tier = ANY($3)) AND ($4::uuid[] IS NULL OR n.course_id = ANY($4))
  GROUP BY 1, 2, 3
  HAVING sum(n.not_started + n.in_progress + n.completed) > 0
  ORDER BY (SELECT position FROM course WHERE id = n.course_id), 2, 3`;
