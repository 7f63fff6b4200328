import { isPublic, showPosts } from '../../feed/show-posts.js';
import { meetExpectations } from '../course/expectations.js';
import { organisationSender } from '../course/senders.js';
import { own } from '../own.js';
import { both, type Apply } from './deed.js';

/** Public answers in each of the two minutes after a reply. */
const ANSWERS = [2, 1];

/** The organisation answers a post in the feed; the public answers back where it reads. */
export const applyReply: Apply<'reply'> = (run, { seat, seq, action }) => {
  const { state } = run;
  const post = own(state.posts, action.post);
  if (!post) return 'drill.unknown_target';
  const id = `r-${seq}`;
  const { channel } = post;
  showPosts(run, [
    { id, channel, from: organisationSender(run), text: both(action.text), replyTo: action.post },
  ]);
  if (isPublic(run, channel))
    state.answersDue.push(...ANSWERS.map((count, n) => ({ post: id, minute: state.minute + n, count })));
  meetExpectations(run, seat, { kind: 'reply' });
  return null;
};
