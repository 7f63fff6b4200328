import { textIn, type Locale, type Text } from '@readyroom/contract';
import type { Block, ReportDocument } from '../../platform/pdf/document.js';
import { dayOf, outcomeOf, periodsOf, waiversOf } from './transcript-parts.js';
import { TRANSCRIPT_WORDS } from './transcript-words.js';
import type { Transcript } from './transcript.read-model.js';

/** A transcript as it is handed to an auditor: who, where they stand, and everything that was earned. */
export function transcriptDocument(transcript: Transcript, locale: Locale): ReportDocument {
  const words = TRANSCRIPT_WORDS[locale];
  const { today, person, certifications, courses, drills } = transcript;
  const say = (text: Text) => textIn(text, locale);
  const section = (
    heading: string,
    head: readonly string[],
    widths: readonly number[],
    rows: string[][],
  ): Block[] => [
    { kind: 'heading', text: heading },
    rows.length > 0
      ? { kind: 'table', head, widths, rows }
      : { kind: 'paragraph', text: words.none, quiet: true },
  ];
  return {
    mark: words.title,
    title: `${words.title} · ${person.name}`,
    author: transcript.organisation,
    date: transcript.now,
    language: locale,
    blocks: [
      { kind: 'paragraph', text: words.asOf(today), quiet: true },
      { kind: 'paragraph', text: words.scope, quiet: true },
      { kind: 'table', head: [], widths: [1, 3], rows: facts(transcript, locale) },
      ...section(
        words.certifications,
        words.certificationHead,
        [4, 1.4, 1.4, 1.4],
        certifications.map(({ program, status, dueOn, validUntil, periods }) => [
          say(program.title),
          words.statuses[status],
          dueOn ?? words.dash,
          validUntil ?? (periods.some(heldForEver) ? words.forever : words.dash),
        ]),
      ),
      ...section(
        words.periods,
        words.periodHead,
        [2.1, 2.1, 1.4, 2.8, 2.9],
        periodsOf(certifications).map(({ program, period }) => [
          say(program.title),
          `${period.number} · ${words.path[period.path]} · ${words.version(period.programVersion ?? 1)}`,
          dayOf(transcript, period.completedAt),
          words.until(period.validFrom, period.validUntil ?? words.forever),
          outcomeOf(period, transcript, words),
        ]),
      ),
      ...section(
        words.waivers,
        words.waiverHead,
        [2.8, 1.4, 1.4, 2.8, 2.4],
        waiversOf(certifications).map(({ program, waiver }) => [
          say(program.title),
          words.kinds[waiver.kind],
          waiver.until ?? words.forever,
          waiver.reason,
          [
            `${waiver.author.name} ${dayOf(transcript, waiver.createdAt)}`,
            ...(waiver.ended ? [words.endedEarly(dayOf(transcript, waiver.ended.at))] : []),
          ].join('\n'),
        ]),
      ),
      ...section(
        words.courses,
        words.courseHead,
        [3.4, 2.2, 1.4, 1, 2.6],
        courses.map(({ title, version, tier, completedOn, scorePercent, code, revokedOn, revokedReason }) => [
          say(title),
          `${words.version(version)} · ${words.tiers[tier]}`,
          completedOn,
          scorePercent === null ? words.dash : `${scorePercent}%`,
          [code ?? words.dash, ...(revokedOn ? [words.revoked(revokedOn, revokedReason)] : [])].join('\n'),
        ]),
      ),
      ...section(
        words.drills,
        words.drillHead,
        [5, 2, 1.5],
        drills.map(({ title, version, mode, endedOn }) => [
          `${say(title)} · ${words.version(version)}`,
          words.modes[mode],
          endedOn,
        ]),
      ),
    ],
    signature: words.signature,
    signers: words.signers,
    page: words.page,
  };
}

const heldForEver = (period: Transcript['certifications'][number]['periods'][number]): boolean =>
  period.completedAt !== null && period.validUntil === null && period.revoked === null;

function facts({ person }: Transcript, locale: Locale): string[][] {
  const { facts: labels, tiers, left } = TRANSCRIPT_WORDS[locale];
  return [
    [labels.name, [person.name, person.englishName].filter(Boolean).join(' ')],
    [labels.employeeNo, person.employeeNo],
    [labels.department, person.department],
    [labels.tier, tiers[person.tier]],
    ...(person.position ? [[labels.position, person.position]] : []),
    ...(person.hiredOn ? [[labels.hired, person.hiredOn]] : []),
    ...(person.left ? [[labels.state, left]] : []),
  ];
}
