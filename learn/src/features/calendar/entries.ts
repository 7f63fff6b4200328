import { textIn, type CertificationList, type LearnerHome, type Locale } from '@readyroom/contract';
import { isToldByProgram } from '../../shared/programs/program-order.js';
import type { Planned } from '../../shared/planned/planned.js';

export const ENTRY_KINDS = [
  'course_due',
  'program_due',
  'grace_end',
  'expiry',
  'renewal',
  'drill_due',
  'planned',
] as const;
export interface Entry {
  readonly key: string;
  readonly kind: (typeof ENTRY_KINDS)[number];
  /** Calendar day: of the organisation, for a planned drill of the device. */
  readonly day: string;
  readonly title: string;
  readonly href: string;
  readonly planned: Planned | null;
}
interface Sources {
  readonly home: LearnerHome | null;
  readonly programs: CertificationList | null;
  readonly planned: readonly Planned[];
  readonly locale: Locale;
}

/** The day on the clock of the device, as YYYY-MM-DD. */
const deviceDay = (instant: string): string => {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** Every day that matters to somebody, by day; a day that no longer asks for anything is left out. */
export function entriesOf({ home, programs, planned, locale }: Sources): Entry[] {
  const entry = (
    kind: Entry['kind'],
    id: string,
    day: string | null,
    title: string,
    href: string,
  ): Entry[] => (day ? [{ key: `${kind}-${id}`, kind, day, title, href, planned: null }] : []);
  // What is due with a program is on the calendar once, as the program.
  const courses = (home ? [...(home.continue ? [home.continue] : []), ...home.due] : []).filter(
    (card) => !isToldByProgram(card, programs?.items ?? []),
  );
  return [
    ...courses.flatMap((card) =>
      entry('course_due', card.courseId, card.dueOn, card.title, `/courses/${card.courseId}`),
    ),
    ...(programs?.items ?? [])
      .filter(({ assigned, status }) => assigned && status !== 'waived')
      .flatMap(({ program, status, dueOn, graceUntil, validUntil, renewalOpensOn, drill }) => {
        const of = (kind: Entry['kind'], day: string | null) =>
          entry(kind, program.id, day, textIn(program.title, locale), `/programs/${program.id}`);
        const held = validUntil !== null && (status === 'compliant' || status === 'expiring_soon');
        return [
          // A renewal is due on the last valid day: the two are one entry.
          ...of('program_due', held && dueOn === validUntil ? null : status === 'compliant' ? null : dueOn),
          ...of('grace_end', status === 'in_grace' ? graceUntil : null),
          ...of('expiry', held ? validUntil : null),
          ...of('renewal', status === 'compliant' ? renewalOpensOn : null),
          ...of('drill_due', drill?.dueOn ?? null),
        ];
      }),
    ...planned.map((drill) => ({
      key: `planned-${drill.occurrenceId}`,
      kind: 'planned' as const,
      day: deviceDay(drill.plannedAt),
      title: drill.title,
      href: '/drills',
      planned: drill,
    })),
  ].sort((a, b) => a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind));
}

/** The weeks of a month `YYYY-MM` from Monday to Sunday; days of other months are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const before = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const cells: (string | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`),
  ];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
