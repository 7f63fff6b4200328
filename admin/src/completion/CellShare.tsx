import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CompletionNumbers } from '../providers/contract.js';
import { NumberLink } from '../shared/NumberLink.js';
import { useFormat } from '../shared/useFormat.js';

interface Props {
  numbers: CompletionNumbers | undefined;
  label: string;
  filterOf: (state?: 'completed' | 'overdue') => object;
}

const ROWS = 'completion-rows';

/** Completed of assigned, the share as a thin bar, and what is overdue in words. */
export const CellShare = ({ numbers, label, filterOf }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  if (!numbers?.assigned)
    return (
      <Box component="span" sx={{ color: 'text.disabled' }}>
        —
      </Box>
    );
  const { assigned, completed, overdue } = numbers;
  const T = (key: string) => translate(`resources.completion.${key}`);
  return (
    <Box sx={{ minWidth: 92, fontVariantNumeric: 'tabular-nums' }}>
      <NumberLink
        list={ROWS}
        value={completed}
        label={`${label}, ${T('completed')}`}
        filter={filterOf('completed')}
      />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' '}
        /{' '}
      </Box>
      <NumberLink list={ROWS} value={assigned} label={`${label}, ${T('assigned')}`} filter={filterOf()} />
      <Box
        aria-hidden
        sx={{ mt: 0.5, height: 4, borderRadius: 2, bgcolor: 'action.selected', overflow: 'hidden' }}
      >
        <Box sx={{ height: 1, width: `${(completed / assigned) * 100}%`, bgcolor: 'primary.main' }} />
      </Box>
      {overdue > 0 && (
        <Box sx={{ mt: 0.25, fontSize: 12.5, color: 'error.main' }}>
          {translate('resources.completion.overdue_count', { count: '' }).trim()}{' '}
          <NumberLink
            list={ROWS}
            value={overdue}
            label={`${label}, ${T('overdue')} ${format.number(overdue)}`}
            filter={filterOf('overdue')}
            danger
          />
        </Box>
      )}
    </Box>
  );
};
