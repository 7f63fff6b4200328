import SpeedOutlined from '@mui/icons-material/SpeedOutlined';
import { Box, Card, Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import type { ReadinessBoard } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useFormat } from '../shared/useFormat.js';
import { BoardTable } from './BoardTable.js';
import { cellOf, CRISIS_TYPES, crisisTypeIn } from './cells.js';

const OVERALL = 'overall';

/** Readiness by department, tier and crisis type; each number opens the people behind it. */
export const ReadinessPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [search, setSearch] = useAddressQuery();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const departmentId = search.get('departmentId');
  const crisisType = crisisTypeIn(search.get('crisisType'));
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ['readiness-board', departmentId],
    queryFn: ({ signal }) => dataProvider.getReadinessBoard({ departmentId }, signal),
    placeholderData: keepPreviousData,
  });
  const T = (key: string, options?: object) => translate(`resources.readiness.${key}`, options);
  const change = (name: string, value: string | null) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const all = board && cellOf(board.total, null, null);
  const isEmpty = all && !all.hidden && all.withEvidence === 0 && !departmentId;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('name')} />
      <Typography color="text.secondary" sx={{ maxWidth: 780, lineHeight: 1.7 }}>
        {T('lead')}
      </Typography>
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!board && !error && <Skeleton variant="rounded" height={420} />}
      {isEmpty && <EmptyTeaches icon={SpeedOutlined} title={T('empty.title')} text={T('empty.text')} />}
      {board && !isEmpty && (
        <>
          <Box
            role="search"
            aria-label={translate('list.filters')}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
          >
            <Box sx={{ width: 260 }}>
              <DepartmentPicker
                label={T('department')}
                value={departmentId}
                onChange={(id) => change('departmentId', id)}
              />
            </Box>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={crisisType ?? OVERALL}
              onChange={(_event, type: string | null) => {
                if (type) change('crisisType', type === OVERALL ? null : type);
              }}
              aria-label={T('about')}
              sx={{ flexWrap: 'wrap' }}
            >
              {[OVERALL, ...CRISIS_TYPES].map((type) => (
                <ToggleButton key={type} value={type} sx={{ textTransform: 'none', px: 1.5, minHeight: 40 }}>
                  {type === OVERALL ? T('overall') : T(`type.${type}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          </Box>
          <Card component="section" aria-label={T('name')} sx={{ p: 2 }}>
            <Typography variant="body2" color="text.secondary" role="status" sx={{ mb: 1.5 }}>
              {T('as_of', { instant: format.instant(board.asOf) })} <Gap board={board} />
            </Typography>
            <BoardTable board={board} crisisType={crisisType} />
          </Card>
        </>
      )}
    </Box>
  );
};

const Gap = ({ board: { confidenceGap } }: { board: ReadinessBoard }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (!confidenceGap) return null;
  const { mean, people } = confidenceGap;
  return (
    <>
      {translate('resources.readiness.gap', {
        gap: format.number(Math.abs(mean)),
        side: translate(`resources.readiness.${mean < 0 ? 'below' : 'above'}`),
        count: format.number(people),
      })}
    </>
  );
};
