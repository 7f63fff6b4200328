import type { FeedPost } from '@readyroom/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { ChoiceBar } from '../../../shared/ui/choice-bar.js';
import { MessageSheet } from '../inbox/message-sheet.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { arrived, FEED_FILTERS, shownPosts, type FeedFilter } from './feed-order.js';
import { PostCard } from './post-card.js';
import { ReplySheet } from './reply-sheet.js';
import { Trending } from './trending.js';
import { TriageSheet } from './triage-sheet.js';

const FIRST_SHOWN = 40;

interface Props {
  /** How many posts have been looked at; the rest waits behind the pill. */
  known: number;
  onKnown: (known: number) => void;
}
type Open = { sheet: 'triage' | 'reply' | 'tell'; post: FeedPost };

/** The simulated feed. New posts never push what is being read; they come when they are asked for. */
export function FeedPanel({ known, onKnown }: Props) {
  const { w } = useWords();
  const { view } = useDrillRun();
  const [filter, setFilter] = useState<FeedFilter>('all');
  const [limit, setLimit] = useState(FIRST_SHOWN);
  const [open, setOpen] = useState<Open | null>(null);
  const posts = useMemo(() => arrived(view.posts), [view.posts]);
  const shown = useMemo(
    () => shownPosts(posts, known, filter, view.triage),
    [posts, known, filter, view.triage],
  );
  const fresh = posts.length - known;
  // Nothing is being read yet: the first posts come by themselves.
  useEffect(() => {
    if (known === 0 && posts.length > 0) onKnown(posts.length);
  }, [known, posts.length, onKnown]);

  const showFresh = () => {
    onKnown(posts.length);
    document.getElementById('feed-top')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section aria-labelledby="feed-top" class="feed">
      <h2 id="feed-top" class="drill-panel__title" tabIndex={-1}>
        {w.feed.title}
      </h2>
      <Trending />
      <ChoiceBar
        legend={w.feed.filter}
        value={filter}
        options={FEED_FILTERS.map((value) => ({ value, label: w.feed.filters[value] }))}
        onChange={setFilter}
      />
      {fresh > 0 && known > 0 && (
        <div class="feed__pill">
          <button type="button" class="pill" onClick={showFresh}>
            <Icon name="up" size={18} />
            {w.feed.fresh(fresh)}
          </button>
        </div>
      )}
      {posts.length === 0 && <EmptyState icon="text" title={w.feed.empty} text={w.feed.emptyText} />}
      {posts.length > 0 && shown.length === 0 && (
        <EmptyState icon="text" title={w.feed.noneOpen} text={w.feed.noneOpenText} />
      )}
      <ul class="feed__list">
        {shown.slice(0, limit).map((post) => (
          <li key={post.id}>
            <PostCard
              post={post}
              onTriage={() => setOpen({ sheet: 'triage', post })}
              onReply={() => setOpen({ sheet: 'reply', post })}
            />
          </li>
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" class="button button--wide" onClick={() => setLimit(limit + FIRST_SHOWN)}>
          {w.feed.older(shown.length - limit)}
        </button>
      )}
      {open?.sheet === 'triage' && (
        <TriageSheet
          post={open.post}
          onClose={() => setOpen(null)}
          onEscalate={() => setOpen({ sheet: 'tell', post: open.post })}
        />
      )}
      {open?.sheet === 'reply' && <ReplySheet post={open.post} onClose={() => setOpen(null)} />}
      {open?.sheet === 'tell' && (
        <MessageSheet
          about={{ kind: 'post', key: open.post.id, text: open.post.text }}
          towards="up"
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
