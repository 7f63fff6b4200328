import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ContrastOutlined from '@mui/icons-material/ContrastOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Chip } from '@mui/material';
import type { Quality } from './caseMap.js';

export const QUALITY_COLOUR = { strong: 'success', acceptable: 'info', weak: 'error' } as const;
const ICONS = { strong: CheckCircleOutlined, acceptable: ContrastOutlined, weak: WarningAmberOutlined };

/** How good a choice is: word and sign; the colour only repeats them. */
export const QualityChip = ({ quality, label }: { quality: Quality; label: string }) => {
  const Icon = ICONS[quality];
  return (
    <Chip
      size="small"
      variant="outlined"
      color={QUALITY_COLOUR[quality]}
      icon={<Icon aria-hidden />}
      label={label}
    />
  );
};
