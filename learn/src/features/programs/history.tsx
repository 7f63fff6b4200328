import type { Certification } from '@readyroom/contract';
import { formatDay, formatInstantDay } from '../../shared/i18n/format.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { useWords } from './use-words.js';

/** Every period that was completed, also revoked ones, and every waiver: nothing of it is ever replaced. */
export function History({ program: { periods, waivers } }: { program: Certification }) {
  const { w, locale } = useWords();
  const { me } = useSignedIn();
  const day = (on: string) => formatDay(on, locale);
  const dayOf = (instant: string) => formatInstantDay(instant, locale, me.organisation.timeZone);
  const held = periods.filter(({ completedAt }) => completedAt !== null);
  return (
    <>
      {held.length > 0 && (
        <section class="section" aria-labelledby="periods-title">
          <h2 id="periods-title" class="section__title">
            {w.periods}
          </h2>
          <ul class="program-path card">
            {held.map((period) => (
              <li key={period.id} class="program-path__past">
                <p class="program-path__name">{w.period(period.number)}</p>
                <p class="meta">
                  {period.validFrom && (
                    <span>
                      {period.validUntil
                        ? w.from(day(period.validFrom), day(period.validUntil))
                        : w.fromForever(day(period.validFrom))}
                    </span>
                  )}
                  {period.completedAt && <span>{w.doneOn(dayOf(period.completedAt))}</span>}
                  {period.programVersion !== null && <span>{w.version(period.programVersion)}</span>}
                </p>
                {period.revoked && (
                  <p class="program-path__revoked small">
                    {w.revoked(dayOf(period.revoked.at), period.revoked.reason)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {waivers.length > 0 && (
        <section class="section" aria-labelledby="waivers-title">
          <h2 id="waivers-title" class="section__title">
            {w.waivers}
          </h2>
          <ul class="program-path card">
            {waivers.map((waiver) => (
              <li key={waiver.id} class="program-path__past">
                <p class="program-path__name">
                  {w.waiver[waiver.kind]} {waiver.until ? w.until(day(waiver.until)) : w.noEnd}
                </p>
                <p>{waiver.reason}</p>
                <p class="meta">
                  <span>{w.by(waiver.author.name, dayOf(waiver.createdAt))}</span>
                  {waiver.ended && <span>{w.ended(dayOf(waiver.ended.at))}</span>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
