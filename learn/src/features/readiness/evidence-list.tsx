import type { ReadinessEvidence } from '@readyroom/contract';
import { textIn } from '@readyroom/contract';
import { formatInstantDay, formatNumber } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import type { Words } from './words.js';

/** What the number adds up from, newest first. */
export function EvidenceList({ evidence, w }: { evidence: readonly ReadinessEvidence[]; w: Words }) {
  const { locale } = useI18n();
  const { me } = useSignedIn();
  const number = (value: number) => formatNumber(Math.round(value * 10) / 10, locale);
  const percent = (share: number) => `${formatNumber(Math.round(share * 100), locale)}%`;
  return (
    <ul class="evidence card">
      {evidence.map(({ kind, id, title, crisisType, at, result, weight, decay, contribution }) => (
        <li key={`${id} ${title.en}`} class="evidence__row">
          <p class="evidence__head">
            <span>
              <span class="tag">{w.kind[kind]}</span> {textIn(title, locale)}
            </span>
            <strong>{w.counts(number(contribution))}</strong>
          </p>
          <span class="evidence__bar" aria-hidden="true">
            <span class="evidence__then" style={{ width: `${result}%` }}>
              <span class="evidence__left" style={{ width: `${decay * 100}%` }} />
            </span>
          </span>
          <p class="meta">
            <span>{formatInstantDay(at, locale, me.organisation.timeZone)}</span>
            {crisisType && <span>{w.type[crisisType]}</span>}
            <span>{w.atTheTime(number(result))}</span>
            <span>{w.left(percent(decay))}</span>
            <span>{w.share(percent(weight))}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
