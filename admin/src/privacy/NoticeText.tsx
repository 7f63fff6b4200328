import { Box, Typography } from '@mui/material';
import { noticeBlocks, withOrganisation } from '@readyroom/contract';
import { useMe } from '../shared/useMe.js';

/** A notice as people read it: headings, lists, and the name of the organisation. */
export const NoticeText = ({ text, level }: { text: string; level: 'h2' | 'h3' }) => {
  const { me } = useMe();
  return (
    <Box sx={{ lineHeight: 1.7, overflowWrap: 'anywhere' }}>
      {noticeBlocks(withOrganisation(text, me?.organisation.name ?? '')).map((block, n) =>
        'heading' in block ? (
          <Typography key={n} variant="subtitle1" component={level} sx={{ fontWeight: 650, mt: 2 }}>
            {block.heading}
          </Typography>
        ) : 'list' in block ? (
          <Box key={n} component="ul" sx={{ my: 0.5, pl: 2.5 }}>
            {block.list.map((item, m) => (
              <li key={m}>{item}</li>
            ))}
          </Box>
        ) : (
          <Typography key={n} sx={{ whiteSpace: 'pre-line', my: 1, lineHeight: 'inherit' }}>
            {block.paragraph}
          </Typography>
        ),
      )}
    </Box>
  );
};
