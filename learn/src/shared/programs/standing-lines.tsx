import type { Certification } from '@readyroom/contract';
import { formatDay } from '../i18n/format.js';
import { daysUntil } from './days.js';
import { useWords } from './use-words.js';
import type { Words } from './words.js';

const SOON = 60;

/** What a person should know about where they stand: the day that counts now, and the next one. */
function linesOf(program: Certification, today: string, p: Words, day: (day: string) => string): string[] {
  const { status, dueOn, graceUntil, validUntil, waivedUntil, renewalOpensOn, periods } = program;
  const left = (on: string): number => daysUntil(on, today);
  const due = (on: string): string => {
    const days = left(on);
    if (days < 0) return p.overdueBy(-days);
    if (days === 0) return p.dueToday;
    return days <= SOON ? p.dueIn(days) : p.due(day(on));
  };
  switch (status) {
    case 'waived':
      return [waivedUntil ? p.waivedUntil(day(waivedUntil)) : p.waivedForever];
    case 'compliant': {
      const held = periods.find(({ completedAt, revoked }) => completedAt && !revoked);
      if (!validUntil) return held ? [p.validForever] : [];
      return [p.validUntil(day(validUntil)), ...(renewalOpensOn ? [p.opensOn(day(renewalOpensOn))] : [])];
    }
    case 'expiring_soon':
      return validUntil ? [p.validUntil(day(validUntil)), p.validFor(left(validUntil))] : [];
    case 'in_grace':
      return [
        ...(dueOn && left(dueOn) < 0 ? [p.pastBy(-left(dueOn))] : []),
        ...(graceUntil ? [p.graceUntil(day(graceUntil))] : []),
      ];
    default:
      return [
        dueOn ? due(dueOn) : p.noDue,
        ...(dueOn && left(dueOn) >= 0 && left(dueOn) <= SOON ? [day(dueOn)] : []),
      ];
  }
}

export function StandingLines({ program, today }: { program: Certification; today: string }) {
  const { p, locale } = useWords();
  const { drill } = program;
  const day = (on: string) => formatDay(on, locale);
  return (
    <>
      {linesOf(program, today, p, day).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {drill && (
        <span class={drill.overdue ? 'due due--urgent' : undefined}>
          {drill.overdue ? p.drillOverdue(day(drill.dueOn)) : p.nextDrill(day(drill.dueOn))}
        </span>
      )}
    </>
  );
}
