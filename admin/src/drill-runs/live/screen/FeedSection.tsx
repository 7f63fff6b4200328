import { Box, Typography } from '@mui/material';
import { useFormat } from '../../../shared/useFormat.js';
import { useRoom } from '../DrillRoom.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';

const SHOWN = 30;

/** The simulated feed, newest first. */
export const FeedSection = () => {
  const { stage, state } = useRoom();
  const { T, textIn, time } = useWords(stage);
  const format = useFormat();
  const posts = [...state.view.posts.values()];
  return (
    <Section title={T('feed')} note={T('feed_note', { count: format.number(posts.length) })}>
      {posts.length === 0 && <Typography color="text.secondary">{T('no_posts')}</Typography>}
      <Lines>
        {posts
          .slice(-SHOWN)
          .reverse()
          .map((post) => (
            <li key={post.id}>
              <strong>{textIn(post.from.name)}</strong>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {[time(post.at), post.replyTo ? T('is_reply') : null].filter(Boolean).join(' · ')}
              </Box>
              <br />
              {textIn(post.text)}
              <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 13 }}>
                {T('engagement', {
                  likes: format.number(post.likes),
                  reposts: format.number(post.reposts),
                  comments: format.number(post.comments),
                })}
              </Box>
            </li>
          ))}
      </Lines>
    </Section>
  );
};
