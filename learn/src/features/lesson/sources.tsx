import type { LessonPage } from '@readyroom/contract';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';

export function Sources({ sources }: { sources: LessonPage['sources'] }) {
  const { t } = useI18n();
  if (sources.length === 0) return null;
  return (
    <section class="sources">
      <h2>{t.lesson.sources}</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.title} lang={/\p{Script=Han}/u.test(source.title) ? 'zh-CN' : 'en'}>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noopener noreferrer">
                {source.title}
                <Icon name="external" size={14} />
                <span class="visually-hidden">({t.lesson.newWindow})</span>
              </a>
            ) : (
              source.title
            )}
            <span class="quiet">
              {' '}
              {source.publisher}, {source.year}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
