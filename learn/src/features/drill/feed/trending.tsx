import { formatNumber } from '../../../shared/i18n/format.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';

/** What most is said about, in order. */
export function Trending() {
  const { w, text, locale } = useWords();
  const { view } = useDrillRun();
  if (view.trending.length === 0) return null;
  return (
    <details class="trending fold card">
      <summary>{w.feed.trending}</summary>
      <ol class="trending__list">
        {view.trending.map(({ topic, posts }) => (
          <li key={text(topic)}>
            <span>{text(topic)}</span>
            <span class="quiet">{w.feed.trendingPosts(formatNumber(posts, locale))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
