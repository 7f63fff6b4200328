import type { ConfidenceGap, Readiness } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { formatNumber } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { EvidenceList } from './evidence-list.js';
import { en, zh, type Words } from './words.js';
import './readiness.css';

/** A smaller difference says nothing: a step of the scale is 25. */
const SAME = 12.5;

/** How ready I am, and every piece that this rests on. */
export function ReadinessScreen() {
  const { locale } = useI18n();
  const w = locale === 'en' ? en : zh;
  const { data, keptAt, error, reload } = usePage<Readiness>('readiness', () => api.get('/learn/readiness'));
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title>{w.title}</Title>
      <p class="quiet">{w.lead}</p>
      <KeptLabel keptAt={keptAt} />
      {data ? <Body readiness={data} w={w} /> : <Skeleton heights={[8, 10, 12]} />}
      <p class="quiet small readiness__after">{w.whoSees}</p>
    </>
  );
}

function Body({ readiness: { overall, types, confidence }, w }: { readiness: Readiness; w: Words }) {
  const { locale } = useI18n();
  const number = (value: number) => formatNumber(value, locale);
  if (overall.value === null) return <EmptyState icon="rule" title={w.none} text={w.noneText} />;
  return (
    <>
      <section class="card readiness">
        <p class="readiness__value">{w.of100(number(overall.value))}</p>
        <span class="evidence__bar" aria-hidden="true">
          <span class="evidence__left" style={{ width: `${overall.value}%` }} />
        </span>
        <p class="quiet">{w.basis[overall.basis]}</p>
      </section>
      <section class="section">
        <h2 class="section__title">{w.types}</h2>
        <p class="quiet">{w.typesText}</p>
        <ul class="evidence card">
          {types.map(({ crisisType, readiness: { value } }) => (
            <li key={crisisType} class="evidence__row">
              <p class="evidence__head">
                <span>{w.type[crisisType]}</span>
                {value === null ? (
                  <span class="quiet">{w.notDrilled}</span>
                ) : (
                  <strong>{w.of100(number(value))}</strong>
                )}
              </p>
              {value !== null && (
                <span class="evidence__bar" aria-hidden="true">
                  <span class="evidence__left" style={{ width: `${value}%` }} />
                </span>
              )}
            </li>
          ))}
        </ul>
        <p class="readiness__after">
          <Link href="/drills">{w.toDrills}</Link>
        </p>
      </section>
      {confidence && <Confidence confidence={confidence} w={w} />}
      <section class="section">
        <h2 class="section__title">{w.evidence}</h2>
        <p class="quiet">{w.evidenceText}</p>
        <EvidenceList evidence={overall.evidence} w={w} />
      </section>
      <section class="section">
        <h2 class="section__title">{w.decay}</h2>
        <p>{w.decayText}</p>
      </section>
    </>
  );
}

function Confidence({ confidence, w }: { confidence: ConfidenceGap; w: Words }) {
  const { locale } = useI18n();
  const { selfRated, measured, gap } = confidence;
  const verdict = gap > SAME ? w.surer : gap < -SAME ? w.lessSure : w.even;
  return (
    <section class="section">
      <h2 class="section__title">{w.confidence}</h2>
      <p>
        {w.confidenceText(w.of100(formatNumber(selfRated, locale)), w.of100(formatNumber(measured, locale)))}{' '}
        {verdict}
      </p>
    </section>
  );
}
