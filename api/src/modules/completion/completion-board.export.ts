import { textIn, type CompletionBoard, type CompletionNumbers, type Locale } from '@readyroom/contract';
import type { Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { WORDS } from './completion-words.js';

export const BOARD_WIDTHS = [44, 30, 16, 10, 10, 10, 10, 10, 12];

/** Every number of a board, one a line: totals first, then line by line as on the screen. */
export function boardLines(board: CompletionBoard, locale: Locale): Cell[][] {
  const words = WORDS[locale];
  const here = board.department?.path ?? words.allDepartments;
  const course = new Map(board.courses.map(({ id, title }) => [id, textIn(title, locale)]));
  return [
    line(here, words.allCourses, words.allTiers, board.total),
    ...board.byCourse.map(({ courseId, numbers }) =>
      line(here, course.get(courseId) ?? '', words.allTiers, numbers),
    ),
    ...board.byTier.map(({ tier, numbers }) => line(here, words.allCourses, words.tiers[tier], numbers)),
    ...board.rows.flatMap((row) => {
      const department = row.own ? words.direct(row.path) : row.path;
      return [
        line(department, words.allCourses, words.allTiers, row.numbers),
        ...row.cells.map((cell) =>
          line(department, course.get(cell.courseId) ?? '', words.tiers[cell.tier], cell.numbers),
        ),
      ];
    }),
  ];
}

const line = (department: string, course: string, tier: string, n: CompletionNumbers): Cell[] => [
  department,
  course,
  tier,
  n.assigned,
  n.notStarted,
  n.inProgress,
  n.completed,
  n.overdue,
  n.completionPercent,
];
