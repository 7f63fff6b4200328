import { textIn, type ModelCard } from '@readyroom/contract';
import { useI18n } from '../../shared/i18n/i18n.js';

type Constant = ModelCard['constants'][number];

export function ConstantEntry({ constant }: { constant: Constant }) {
  const { t, locale } = useI18n();
  const { key, value, unit, range, kind, basis, citations } = constant;
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 7 }).format;
  return (
    <li class="constant">
      <p class="constant__head">
        <code>{key}</code>
        <span class={`constant__kind constant__kind--${kind}`}>{t.drillModel[kind]}</span>
      </p>
      {typeof value === 'number' ? (
        <p>
          <strong>{number(value)}</strong> <span class="quiet">{textIn(unit, locale)}</span>
        </p>
      ) : (
        <dl class="constant__table">
          {Object.entries(value).map(([name, one]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{number(one)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{textIn(basis, locale)}</p>
      {range && <p class="quiet small">{t.drillModel.range(number(range[0]), number(range[1]))}</p>}
      {citations.length > 0 && (
        <p class="quiet small">
          {t.drillModel.sources}{' '}
          {citations.map(({ authors, year, link }, i) => (
            <span key={authors}>
              {i > 0 && ' · '}
              {link ? (
                <a href={link} target="_blank" rel="noreferrer" lang="en">
                  {authors} {year}
                </a>
              ) : (
                <span lang="en">
                  {authors} {year}
                </span>
              )}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
