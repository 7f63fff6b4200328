import { Box, Typography } from '@mui/material';
import { useId } from 'react';
import type { LessonBlock, Locale } from '../../providers/contract.js';
import { formatNumber } from '../../shared/format.js';
import { phoneTexts } from './phoneTexts.js';

type Chart = Extract<LessonBlock, { type: 'chart' }>;
const WIDTH = 280;
const HEIGHT = 130;

/** A picture, the sentence that says what to see in it, and its numbers. */
export const ChartBlock = ({ block, locale }: { block: Chart; locale: Locale }) => {
  const id = useId();
  const texts = phoneTexts[locale];
  const rows = [...block.points, ...(block.threshold ? [block.threshold] : [])];
  const top = Math.max(1e-9, ...rows.map(({ value }) => value));
  const cell = {
    borderBottom: 1,
    borderColor: 'divider',
    py: 0.5,
    textAlign: 'left',
    fontWeight: 400,
  } as const;
  return (
    <Box component="figure" sx={{ m: 0, p: 2, border: 1, borderColor: 'divider', borderRadius: 2 }}>
      <Typography id={id} component="h3" sx={{ fontSize: '1.05rem', fontWeight: 650, mb: 1 }}>
        {block.title}
      </Typography>
      <Box role="img" aria-labelledby={id}>
        {block.kind === 'bar' ? (
          <BarRows block={block} top={top} locale={locale} />
        ) : (
          <Line block={block} top={top} />
        )}
      </Box>
      <Box component="figcaption" sx={{ mt: 1, lineHeight: 1.6 }}>
        {block.summary}
      </Box>
      <Box component="details" sx={{ mt: 1 }}>
        <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main' }}>
          {texts.showData}
        </Box>
        <Box component="table" sx={{ width: 1, borderCollapse: 'collapse', fontSize: '0.9em' }}>
          <thead>
            <tr>
              <Box component="th" scope="col" sx={cell}>
                {texts.dataItem}
              </Box>
              <Box component="th" scope="col" sx={{ ...cell, textAlign: 'right' }}>
                {block.unit}
              </Box>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <Box component="th" scope="row" sx={cell}>
                  {row.label}
                </Box>
                <Box component="td" sx={{ ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                  {formatNumber(row.value, locale)}
                </Box>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  );
};

const BarRows = ({ block, top, locale }: { block: Chart; top: number; locale: Locale }) => (
  <Box sx={{ display: 'grid', gap: 1 }}>
    {block.points.map(({ label, value }) => (
      <div key={label}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{label}</span>
          <b>{formatNumber(value, locale)}</b>
        </Box>
        <Box
          sx={{
            height: 10,
            borderRadius: 1,
            bgcolor: 'primary.main',
            width: `${Math.max(1, (value / top) * 100)}%`,
          }}
        />
      </div>
    ))}
    {block.threshold && (
      <Box
        sx={{
          borderLeft: '2px dashed',
          borderColor: 'error.main',
          pl: 1,
          ml: `${Math.min(60, (block.threshold.value / top) * 100)}%`,
        }}
      >
        {block.threshold.label}
      </Box>
    )}
  </Box>
);

const Line = ({ block, top }: { block: Chart; top: number }) => {
  const last = Math.max(1, block.points.length - 1);
  const y = (value: number) => HEIGHT - 8 - (Math.max(0, value) / top) * (HEIGHT - 20);
  const points = block.points.map(({ value }, i) => ({ x: 6 + (i / last) * (WIDTH - 12), y: y(value) }));
  return (
    <>
      <Box
        component="svg"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        sx={{ width: 1, display: 'block', color: 'primary.main' }}
        aria-hidden
      >
        {block.threshold && (
          <Box
            component="line"
            x1={0}
            x2={WIDTH}
            y1={y(block.threshold.value)}
            y2={y(block.threshold.value)}
            strokeDasharray="5 4"
            sx={{ stroke: 'currentColor', color: 'error.main' }}
          />
        )}
        <polyline
          points={points.map((p) => `${p.x},${p.y}`).join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth={2.5}
        />
        {points.map((p) => (
          <circle key={p.x} cx={p.x} cy={p.y} r={3.5} fill="currentColor" />
        ))}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary', fontSize: 12.5 }}>
        <span>{block.points[0]?.label}</span>
        {block.threshold && (
          <Box component="span" sx={{ color: 'error.main' }}>
            {block.threshold.label}
          </Box>
        )}
        <span>{block.points.at(-1)?.label}</span>
      </Box>
    </>
  );
};
