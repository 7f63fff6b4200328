import {
  PROGRAM_STATUSES,
  textIn,
  type CertificationBoard,
  type Locale,
  type StatusNumbers,
} from '@readyroom/contract';
import type { Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { WORDS } from './words.js';

export const BOARD_WIDTHS = [44, 30, 16, 16, ...PROGRAM_STATUSES.map(() => 10), 12];

/** Every number of a board, one a line: totals first, then line by line as on the screen. */
export function boardLines(board: CertificationBoard, locale: Locale): Cell[][] {
  const words = WORDS[locale];
  const here = board.department?.path ?? words.allDepartments;
  const program = new Map(board.programs.map(({ id, title }) => [id, textIn(title, locale)]));
  return [
    line(here, words.allPrograms, words.allTiers, board.total),
    ...board.byProgram.map(({ programId, numbers }) =>
      line(here, program.get(programId) ?? '', words.allTiers, numbers),
    ),
    ...board.byTier.map(({ tier, numbers }) => line(here, words.allPrograms, words.tiers[tier], numbers)),
    ...board.rows.flatMap((row) => {
      const department = row.own ? words.direct(row.path) : row.path;
      return [
        line(department, words.allPrograms, words.allTiers, row.numbers),
        ...row.cells.map((cell) =>
          line(department, program.get(cell.programId) ?? '', words.allTiers, cell.numbers),
        ),
      ];
    }),
  ];
}

const line = (department: string, program: string, tier: string, numbers: StatusNumbers): Cell[] => [
  department,
  program,
  tier,
  numbers.people,
  ...PROGRAM_STATUSES.map((status) => numbers.byStatus[status]),
  numbers.compliantPercent,
];
