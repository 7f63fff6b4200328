import type { Certification, CertificationPeriod, Waiver } from '@readyroom/contract';
import { dayIn } from '../../platform/clock/clock.js';
import type { TRANSCRIPT_WORDS } from './transcript-words.js';
import type { Transcript } from './transcript.read-model.js';

type Words = (typeof TRANSCRIPT_WORDS)[keyof typeof TRANSCRIPT_WORDS];
interface OfProgram {
  readonly program: Certification['program'];
}

/** The completed periods of all programs, the latest first. */
export const periodsOf = (
  certifications: Transcript['certifications'],
): (OfProgram & { period: CertificationPeriod & { completedAt: string; validFrom: string } })[] =>
  certifications
    .flatMap(({ program, periods }) =>
      periods.flatMap((period) => {
        const { completedAt, validFrom } = period;
        return completedAt && validFrom ? [{ program, period: { ...period, completedAt, validFrom } }] : [];
      }),
    )
    .sort((a, b) => b.period.completedAt.localeCompare(a.period.completedAt));

/** Waivers and extensions of all programs, the latest first, ended ones too. */
export const waiversOf = (certifications: Transcript['certifications']): (OfProgram & { waiver: Waiver })[] =>
  certifications
    .flatMap(({ program, waivers }) => waivers.map((waiver) => ({ program, waiver })))
    .sort((a, b) => b.waiver.createdAt.localeCompare(a.waiver.createdAt));

/** The day of an instant where the organisation is. */
export const dayOf = ({ timeZone }: Transcript, instant: string): string =>
  dayIn(timeZone, new Date(instant));

/** What became of a completed period. */
export function outcomeOf(
  { revoked, validUntil }: CertificationPeriod,
  transcript: Transcript,
  words: Words,
): string {
  if (revoked) return words.revoked(dayOf(transcript, revoked.at), revoked.reason);
  return validUntil !== null && validUntil < transcript.today ? words.ended : words.valid;
}
