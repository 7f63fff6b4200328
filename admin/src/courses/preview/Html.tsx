import { Box } from '@mui/material';

const PROSE = {
  lineHeight: 1.7,
  overflowWrap: 'anywhere',
  '& > :first-of-type': { mt: 0 },
  '& > :last-child': { mb: 0 },
  '& h3': { fontSize: '1.05rem', fontWeight: 650, mt: 2, mb: 1 },
  '& p, & ul, & ol': { my: 1 },
  '& ul, & ol': { pl: 2.5 },
  '& table': { display: 'block', overflowX: 'auto', borderCollapse: 'collapse', fontSize: '0.9em' },
  '& th, & td': { border: 1, borderColor: 'divider', px: 1, py: 0.5, textAlign: 'left' },
  '& a': { color: 'primary.main' },
} as const;

/** HTML that the server rendered from Markdown and sanitised. The corner of a table heads nothing. */
export const Html = ({ html }: { html: string }) => (
  <Box sx={PROSE} dangerouslySetInnerHTML={{ __html: html.replaceAll('<th></th>', '<td></td>') }} />
);
