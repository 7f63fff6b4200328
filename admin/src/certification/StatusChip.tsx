import type { SvgIconComponent } from '@mui/icons-material';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ProgramStatus } from '../providers/contract.js';
import { TONES } from './statuses.js';

const ICONS: Record<ProgramStatus, SvgIconComponent> = {
  not_started: RadioButtonUncheckedOutlined,
  in_progress: PlayCircleOutlined,
  compliant: CheckCircleOutlined,
  expiring_soon: ScheduleOutlined,
  in_grace: HourglassBottomOutlined,
  overdue: ErrorOutlineOutlined,
  waived: RemoveCircleOutlineOutlined,
  revoked: BlockOutlined,
};

/** Where somebody stands in a program: word and icon; the colour only repeats them. */
export const StatusChip = ({ status }: { status: ProgramStatus }) => {
  const translate = useTranslate();
  const Icon = ICONS[status];
  return (
    <Chip
      size="small"
      variant="outlined"
      color={TONES[status]}
      icon={<Icon aria-hidden />}
      label={translate(`program_status.${status}`)}
    />
  );
};
