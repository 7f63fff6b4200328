import { textIn, type Locale, type Text } from '@readyroom/contract';
import type { Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { dayOf, outcomeOf, periodsOf, waiversOf } from './transcript-parts.js';
import { TRANSCRIPT_WORDS } from './transcript-words.js';
import type { Transcript } from './transcript.read-model.js';

export const WIDTHS = [12, 36, 10, 14, 12, 12, 12, 10, 24, 24, 40, 16, 14];

/** The same facts as in the document, one a line, in the columns of `words.header`; each line says whose it is. */
export function transcriptRows(transcript: Transcript, locale: Locale): Cell[][] {
  const words = TRANSCRIPT_WORDS[locale];
  const say = (text: Text) => textIn(text, locale);
  const { person, certifications, courses, drills } = transcript;
  const rows: Cell[][] = [
    ...certifications.map(({ program, status, dueOn, validUntil }) => [
      words.row.certification,
      say(program.title),
      null,
      null,
      null,
      null,
      validUntil,
      null,
      null,
      words.statuses[status],
      dueOn ? words.due(dueOn) : null,
    ]),
    ...periodsOf(certifications).map(({ program, period }) => [
      words.row.period,
      say(program.title),
      period.programVersion,
      null,
      dayOf(transcript, period.completedAt),
      period.validFrom,
      period.validUntil ?? words.forever,
      null,
      null,
      outcomeOf(period, transcript, words),
      `${period.number} · ${words.path[period.path]}`,
    ]),
    ...waiversOf(certifications).map(({ program, waiver }) => [
      words.row[waiver.kind],
      say(program.title),
      null,
      null,
      null,
      dayOf(transcript, waiver.createdAt),
      waiver.until ?? words.forever,
      null,
      null,
      waiver.ended ? words.endedEarly(dayOf(transcript, waiver.ended.at)) : null,
      `${waiver.author.name}: ${waiver.reason}`,
    ]),
    ...courses.map((course) => [
      words.row.course,
      say(course.title),
      course.version,
      words.tiers[course.tier],
      course.completedOn,
      null,
      null,
      course.scorePercent,
      course.code,
      course.revokedOn ? words.revoked(course.revokedOn, course.revokedReason) : null,
      null,
    ]),
    ...drills.map((drill) => [
      words.row.drill,
      say(drill.title),
      drill.version,
      null,
      drill.endedOn,
      null,
      null,
      null,
      null,
      null,
      words.modes[drill.mode],
    ]),
  ];
  return rows.map((row) => [...row, person.name, person.employeeNo]);
}
