import type { Certification, Waiver } from '../../providers/contract.js';
import { addDays } from '../../shared/format.js';

/** What a dialog says before anything is done: a text, the days in it, and whether it would change anything at all. */
export interface Consequence {
  text: string;
  days: Record<string, string>;
  blocked: boolean;
}
const says = (text: string, days: Record<string, string | null> = {}): Consequence => ({
  text,
  days: Object.fromEntries(Object.entries(days).filter((entry): entry is [string, string] => !!entry[1])),
  blocked: false,
});
const blocks = (text: string, days: Record<string, string | null> = {}): Consequence => ({
  ...says(text, days),
  blocked: true,
});

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** Not ended, and its last day has not passed. */
export const isRunning = (waiver: Pick<Waiver, 'ended' | 'until'>, today: string): boolean =>
  waiver.ended === null && (waiver.until === null || waiver.until >= today);

/** The certification that could be taken back: the newest one completed, if it is valid today. */
export function revocable(certification: Certification, today: string) {
  const newest = certification.periods.find(({ completedAt }) => completedAt !== null);
  if (!newest || newest.revoked || (newest.validUntil !== null && newest.validUntil < today)) return null;
  return newest;
}

/** More time for what is open now. Only a later day than the present one changes anything. */
export function ofExtension(certification: Certification, until: string): Consequence {
  const { dueOn, graceUntil, validUntil, status } = certification;
  if (dueOn === null) return blocks('extension.no_due');
  if (until <= dueOn) return blocks('extension.not_later', { due: dueOn });
  const grace = graceUntil && addDays(until, daysBetween(dueOn, graceUntil));
  const days = { due: dueOn, until, grace, valid: validUntil };
  if (status === 'revoked') return says('extension.revoked', days);
  if (validUntil === null) return says('extension.first', days);
  return says('extension.renewal', days);
}

/** Nothing is asked up to a day; `null` = until somebody ends it. */
export function ofWaiver(certification: Certification, until: string | null, today: string): Consequence {
  const { dueOn, waivers } = certification;
  const running = waivers.filter((waiver) => waiver.kind === 'waiver' && isRunning(waiver, today));
  if (running.some((waiver) => waiver.until === null)) return blocks('waiver.endless_already');
  const longest = running
    .map((waiver) => waiver.until!)
    .sort()
    .at(-1);
  if (until !== null && longest !== undefined && until <= longest)
    return blocks('waiver.not_later', { until: longest });
  if (until === null) return says('waiver.endless');
  const next = addDays(until, 1);
  if (dueOn === null) return says('waiver.then_open', { until, next });
  return says(dueOn < next ? 'waiver.then_late' : 'waiver.then_due', { until, next, due: dueOn });
}

/** The whole path is asked for again within so many days. */
export function ofRevocation(certification: Certification, dueDays: number, today: string): Consequence {
  const period = revocable(certification, today);
  if (!period) return blocks('revocation.nothing');
  const due = addDays(today, dueDays);
  return period.validUntil === null
    ? says('revocation.for_ever', { due })
    : says('revocation.until', { due, valid: period.validUntil });
}

/** What holds again once a waiver or an extension is ended today. */
export function ofEnding(certification: Certification, waiver: Waiver, today: string): Consequence {
  const others = certification.waivers.filter(
    (other) => other.id !== waiver.id && other.kind === waiver.kind && isRunning(other, today),
  );
  if (others.some(({ until }) => until === null)) return says(`ending.${waiver.kind}_other_endless`);
  const longest = others
    .map(({ until }) => until!)
    .sort()
    .at(-1);
  if (longest !== undefined) return says(`ending.${waiver.kind}_other`, { until: longest });
  const open = certification.periods.find(({ completedAt }) => completedAt === null);
  const due = waiver.kind === 'waiver' ? certification.dueOn : (open?.dueOn ?? null);
  return due ? says(`ending.${waiver.kind}_due`, { due }) : says(`ending.${waiver.kind}`);
}
