import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CompletionRow } from '../providers/contract.js';

/** Where somebody stands, in a word; the colour only repeats it. */
export const StateText = ({ row }: { row: Pick<CompletionRow, 'overdue' | 'progress'> }) => {
  const translate = useTranslate();
  const state = row.overdue ? 'overdue' : row.progress;
  const color = row.overdue ? 'error' : row.progress === 'completed' ? 'success' : 'default';
  return <Chip size="small" variant="outlined" color={color} label={translate(`progress.${state}`)} />;
};
