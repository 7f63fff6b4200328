import { Box } from '@mui/material';
import { Suspense } from 'react';
import type { DrillWall } from '../../providers/contract.js';
import { Curves } from '../../shared/charts/index.js';

interface Props {
  samples: DrillWall['figures'];
  label: (minute: number) => string;
  /** Volume, heat, negative share. */
  names: [string, string, string];
}

/** The same figures over time; the numbers beside it are the text of it. */
export const WallCurves = ({ samples, label, names: [volume, heat, share] }: Props) => {
  if (samples.length < 2) return null;
  const height = Math.round(Math.max(220, window.innerHeight * 0.34));
  return (
    <Box aria-hidden sx={{ mt: '1.5vw', minHeight: height }}>
      <Suspense fallback={null}>
        <Curves
          points={samples.map((sample) => ({
            label: label(sample.minute),
            left: sample.volume,
            right: [sample.heat, sample.negativeShare],
          }))}
          leftName={volume}
          rightNames={[heat, share]}
          height={height}
          fontSize={Math.max(14, Math.round(window.innerWidth * 0.015))}
        />
      </Suspense>
    </Box>
  );
};
