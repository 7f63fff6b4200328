import type { FeedPost } from '@readyroom/contract';
import { formatNumber } from '../../../shared/i18n/format.js';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { isPending, useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { isOurs } from './feed-order.js';

interface Props {
  post: FeedPost;
  onTriage: () => void;
  onReply: () => void;
}

export function PostCard({ post, onTriage, onReply }: Props) {
  const { w, text, locale } = useWords();
  const drill = useDrillRun();
  const { stage, view, mayAct } = drill;
  const { from } = post;
  const name = text(from.name);
  const ours = isOurs(post);
  const channel = stage.channels.find(({ key }) => key === post.channel);
  const answered = post.replyTo === null ? undefined : view.posts.get(post.replyTo);
  const mark = view.triage.get(post.id);
  const number = (value: number) => formatNumber(value, locale);
  return (
    <article class={`post card ${ours ? 'post--ours' : ''}`} aria-label={name}>
      <header class="post__head">
        <strong class="post__name">{name}</strong>
        {ours && <span class="tag tag--accent">{isMine(post, drill) ? w.feed.mine : w.feed.official}</span>}
        <span class="post__time">{timeOfDay(stage.startsAt, post.at)}</span>
        <span class="post__meta">
          {channel && text(channel.name)}
          {from.handle && ` · @${from.handle.replace(/^@/, '')}`}
          {from.followers !== null && from.followers > 0 && ` · ${w.feed.followers(number(from.followers))}`}
        </span>
      </header>
      {answered && <p class="post__reply quiet small">{w.feed.replyTo(text(answered.from.name))}</p>}
      <p class="post__text">{text(post.text)}</p>
      <p class="post__counts">
        <span>{w.feed.reposts(number(post.reposts))}</span>
        <span>{w.feed.comments(number(post.comments))}</span>
        <span>{w.feed.likes(number(post.likes))}</span>
      </p>
      {mark && (
        <p class="post__mark">
          <span
            class={`tag ${mark.priority === 'urgent' ? 'tag--bad' : mark.priority === 'high' ? 'tag--warn' : ''}`}
          >
            <Icon name="check" size={14} />
            {w.triage.classes[mark.class]} · {w.triage.priorities[mark.priority]}
          </span>
          {mark.duplicateOf !== null && <span class="tag">{w.triage.isDuplicate}</span>}
          {mark.escalate && (
            <span class="tag tag--warn">
              <Icon name="up" size={14} />
              {w.triage.escalated}
            </span>
          )}
          {mark.by !== drill.seat && (
            <span class="quiet small">{w.triage.markedBy(text(seatTitle(stage, mark.by)))}</span>
          )}
        </p>
      )}
      {mayAct && !ours && (
        <footer class="post__actions">
          <button
            type="button"
            class="button"
            aria-label={w.feed.actionFor(mark ? w.feed.triageAgain : w.feed.triage, name)}
            onClick={onTriage}
          >
            <Icon name="flag" size={18} />
            {isPending(drill, 'triage', (action) => action.post === post.id)
              ? w.notify.pending
              : mark
                ? w.feed.triageAgain
                : w.feed.triage}
          </button>
          <button
            type="button"
            class="button"
            aria-label={w.feed.actionFor(w.feed.reply, name)}
            onClick={onReply}
          >
            {isPending(drill, 'reply', (action) => action.post === post.id) ? w.notify.pending : w.feed.reply}
          </button>
        </footer>
      )}
    </article>
  );
}

/** Statements name their author; of a reply the server says which post it became. */
function isMine(post: FeedPost, { view, seat, outcomes }: ReturnType<typeof useDrillRun>): boolean {
  if (post.from.kind === 'seat') return post.from.key === seat;
  if (post.id.startsWith('s-')) return view.statements.get(post.id.slice(2))?.[0]?.by === seat;
  return outcomes.some(({ post: own }) => own === post.id);
}
