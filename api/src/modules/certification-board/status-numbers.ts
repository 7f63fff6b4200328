import { PROGRAM_STATUSES, type ProgramStatus, type StatusNumbers } from '@readyroom/contract';

/** How many people of one program are in a status; everything else about a number follows from these. */
export interface StatusCount {
  readonly status: ProgramStatus;
  readonly people: number;
}

/** Adds up counts into the numbers as docs/NUMBERS.md defines them. */
export function statusNumbers(counts: Iterable<StatusCount>): StatusNumbers {
  const byStatus = Object.fromEntries(
    PROGRAM_STATUSES.map((status) => [status, 0]),
  ) as StatusNumbers['byStatus'];
  let people = 0;
  for (const count of counts) {
    byStatus[count.status] += count.people;
    people += count.people;
  }
  const asked = people - byStatus.waived;
  const holding = byStatus.compliant + byStatus.expiring_soon;
  return {
    people,
    byStatus,
    compliantPercent: asked === 0 ? null : Math.round((holding / asked) * 1000) / 10,
  };
}
