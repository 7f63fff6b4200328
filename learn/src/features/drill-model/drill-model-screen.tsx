import { textIn, type ModelCard } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { ConstantEntry } from './constant-entry.js';
import './drill-model.css';

/** The model card: what the simulated public is and is not, and where each of its numbers comes from. */
export function DrillModelScreen() {
  const { t, locale } = useI18n();
  const { data, keptAt, error, reload } = usePage<ModelCard>('drill-model', () => api.get('/drill-model'));
  if (error) return <ErrorState error={error} onRetry={reload} />;
  if (!data)
    return (
      <>
        <Title>{t.drillModel.title}</Title>
        <Skeleton heights={[8, 8, 20]} />
      </>
    );
  const parts = [
    [t.drillModel.is, data.is],
    [t.drillModel.isNot, data.isNot],
    [t.drillModel.honesty, data.honesty],
  ] as const;
  const literature = data.constants.filter(({ kind }) => kind === 'literature').length;
  return (
    <>
      <Title>{textIn(data.title, locale)}</Title>
      <p class="quiet small">{t.drillModel.version(data.engineVersion)}</p>
      <KeptLabel keptAt={keptAt} />
      {parts.map(([heading, sentences]) => (
        <section key={heading} class="prose model__part">
          <h2>{heading}</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence.en}>{textIn(sentence, locale)}</li>
            ))}
          </ul>
        </section>
      ))}
      <section class="model__part">
        <h2>{t.drillModel.constants}</h2>
        <p class="quiet">{t.drillModel.constantsHint(literature, data.constants.length - literature)}</p>
        <ul class="model__constants">
          {data.constants.map((constant) => (
            <ConstantEntry key={constant.key} constant={constant} />
          ))}
        </ul>
      </section>
    </>
  );
}
