import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ProgramStatus, StatusNumbers } from '../providers/contract.js';
import { NumberLink } from '../shared/NumberLink.js';
import { HOLDING, STATUSES, TONES } from './statuses.js';

interface Props {
  numbers: StatusNumbers | undefined;
  /** Whose numbers these are. */
  label: string;
  filterOf: (status?: readonly ProgramStatus[]) => object;
}
const LIST = 'certification-people';
const COLOURS = { error: 'error.main', warning: 'warning.main', success: 'primary.main', default: 'divider' };
/** From what is well to what is not. */
const BAR: readonly ProgramStatus[] = [
  'compliant',
  'expiring_soon',
  'in_progress',
  'not_started',
  'waived',
  'in_grace',
  'revoked',
  'overdue',
];
/** Named one by one under the bar; who holds it is in the line above. */
const REST = STATUSES.filter((status) => status !== 'compliant');

/** Valid of all, the statuses as a thin bar, and each other one in words. */
export const StatusCell = ({ numbers, label, filterOf }: Props) => {
  const translate = useTranslate();
  if (!numbers?.people)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        —
      </Box>
    );
  const { people, byStatus } = numbers;
  const T = (key: string) => translate(`resources.certification.${key}`);
  const named = REST.filter((status) => byStatus[status] > 0);
  return (
    <Box sx={{ minWidth: 104, fontVariantNumeric: 'tabular-nums' }}>
      <NumberLink
        list={LIST}
        value={byStatus.compliant + byStatus.expiring_soon}
        label={`${label}, ${T('holding')}`}
        filter={filterOf(HOLDING)}
      />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' '}
        /{' '}
      </Box>
      <NumberLink list={LIST} value={people} label={`${label}, ${T('asked')}`} filter={filterOf()} />
      <Box
        aria-hidden
        sx={{ mt: 0.5, height: 4, borderRadius: 2, display: 'flex', overflow: 'hidden', gap: '1px' }}
      >
        {BAR.filter((status) => byStatus[status] > 0).map((status) => (
          <Box
            key={status}
            sx={{
              height: 1,
              width: `${(byStatus[status] / people) * 100}%`,
              bgcolor: COLOURS[TONES[status]],
            }}
          />
        ))}
      </Box>
      {named.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.25, fontSize: 12.5, lineHeight: 1.5 }}>
          {named.map((status) => (
            <Box
              component="li"
              key={status}
              sx={{ color: TONES[status] === 'default' ? 'text.secondary' : `${TONES[status]}.main` }}
            >
              {translate(`program_status.${status}`)}{' '}
              <NumberLink
                list={LIST}
                value={byStatus[status]}
                label={`${label}, ${translate(`program_status.${status}`)}`}
                filter={filterOf([status])}
                danger={TONES[status] === 'error'}
              />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
};
