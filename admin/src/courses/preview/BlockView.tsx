import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { LessonBlock, Locale } from '../../providers/contract.js';
import { ChartBlock } from './ChartBlock.js';
import { Html } from './Html.js';
import { phoneTexts } from './phoneTexts.js';

type BlockOf<T extends LessonBlock['type']> = Extract<LessonBlock, { type: T }>;

const Heading = ({ children }: { children: ReactNode }) => (
  <Typography component="h3" sx={{ fontSize: '1.05rem', fontWeight: 650, mb: 1 }}>
    {children}
  </Typography>
);

/** One block as it stands on the phone. */
export const BlockView = ({ block, locale }: { block: LessonBlock; locale: Locale }) => {
  switch (block.type) {
    case 'text':
      return <Html html={block.html} />;
    case 'callout':
      return <Callout block={block} locale={locale} />;
    case 'steps':
      return <Steps block={block} />;
    case 'timeline':
      return <Timeline block={block} />;
    case 'compare':
      return <Compare block={block} locale={locale} />;
    case 'checklist':
      return <Checklist block={block} />;
    case 'chart':
      return <ChartBlock block={block} locale={locale} />;
    case 'reflection':
      return (
        <Box sx={{ p: 2, border: '1px dashed', borderColor: 'text.secondary', borderRadius: 2 }}>
          <Heading>{phoneTexts[locale].reflection}</Heading>
          {block.prompt}
        </Box>
      );
  }
};

const TONES = {
  rule: 'primary.main',
  warning: 'warning.main',
  example: 'text.secondary',
  tip: 'info.main',
} as const;

const Callout = ({ block, locale }: { block: BlockOf<'callout'>; locale: Locale }) => (
  <Box sx={{ p: 2, borderRadius: 2, bgcolor: 'action.hover', borderLeft: 4, borderColor: TONES[block.tone] }}>
    <Typography variant="body2" sx={{ color: TONES[block.tone], fontWeight: 650 }}>
      {phoneTexts[locale].tone[block.tone]}
    </Typography>
    <Heading>{block.title}</Heading>
    <Html html={block.html} />
  </Box>
);

const Steps = ({ block }: { block: BlockOf<'steps'> }) => (
  <Box>
    <Heading>{block.title}</Heading>
    <Box
      component="ol"
      sx={{
        m: 0,
        pl: 3,
        display: 'grid',
        gap: 1.5,
        '& > li::marker': { fontWeight: 650, color: 'primary.main' },
      }}
    >
      {block.items.map((item) => (
        <li key={item.title}>
          <Typography component="h4" sx={{ fontWeight: 650 }}>
            {item.title}
          </Typography>
          <Html html={item.html} />
        </li>
      ))}
    </Box>
  </Box>
);

const Timeline = ({ block }: { block: BlockOf<'timeline'> }) => (
  <Box>
    <Heading>{block.title}</Heading>
    <Box
      component="ol"
      sx={{
        m: 0,
        ml: 0.5,
        pl: 2,
        listStyle: 'none',
        borderLeft: 2,
        borderColor: 'divider',
        display: 'grid',
        gap: 1.5,
      }}
    >
      {block.items.map((item) => (
        <li key={item.at}>
          <Typography sx={{ color: 'primary.main', fontWeight: 650 }}>{item.at}</Typography>
          <Html html={item.html} />
        </li>
      ))}
    </Box>
  </Box>
);

const Compare = ({ block, locale }: { block: BlockOf<'compare'>; locale: Locale }) => (
  <Box>
    <Heading>{block.title}</Heading>
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {(['do', 'dont'] as const).map((side) => (
        <Box key={side} sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 2 }}>
          <Typography
            component="h4"
            sx={{ fontWeight: 650, color: side === 'do' ? 'success.main' : 'error.main' }}
          >
            <span aria-hidden>{side === 'do' ? '✓ ' : '✕ '}</span>
            {phoneTexts[locale][side]}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, lineHeight: 1.6 }}>
            {block[side].map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
);

const Checklist = ({ block }: { block: BlockOf<'checklist'> }) => (
  <Box
    role="group"
    aria-label={block.title}
    sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 2 }}
  >
    <Heading>{block.title}</Heading>
    {block.items.map((item) => (
      <FormControlLabel
        key={item}
        control={<Checkbox size="small" sx={{ py: 0.5 }} />}
        label={item}
        sx={{
          display: 'flex',
          alignItems: 'flex-start',
          mb: 0.5,
          '& .MuiFormControlLabel-label': { pt: 0.25 },
        }}
      />
    ))}
  </Box>
);
