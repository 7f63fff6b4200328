import CalendarViewWeekOutlined from '@mui/icons-material/CalendarViewWeekOutlined';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, Button, Card, IconButton, Skeleton, TablePagination, TextField, Typography } from '@mui/material'; // prettier-ignore
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { addDays, todayIn } from '../shared/format.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDebounced } from '../shared/useDebounced.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { FileDialog } from './FileDialog.js';
import { ShiftDialog, type Edited } from './ShiftDialog.js';
import { mondayOf, spanOf } from './week.js';
import { WeekTable } from './WeekTable.js';
import { ZonePicker } from './ZonePicker.js';

const PER_PAGE = 50;
const EVERY_MS = 30_000;

/** Who works when, week by week, and who is on shift now: whom a flash briefing for people on shift reaches. */
export const ShiftsPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [zone, setZone] = useState<string | null>(null);
  const timeZone = zone ?? format.timeZone;
  const today = todayIn(timeZone);
  const [shown, setShown] = useState<string | null>(null);
  const monday = shown ?? mondayOf(today);
  const [search, setSearch] = useState('');
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [isImporting, setImporting] = useState(false);
  const q = useDebounced(search.trim(), 250);
  const T = (key: string, options?: object) => translate(`shifts.${key}`, options);
  const query = {
    ...spanOf(monday, timeZone),
    q: q || undefined,
    departmentId: departmentId ?? undefined,
    page: page + 1,
    perPage: PER_PAGE,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['roster', query],
    queryFn: ({ signal }) => api.getRoster(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  const go = (to: string | null) => {
    setShown(to);
    setPage(0);
  };
  const mayEdit = can('shifts', 'edit');
  const more = data ? data.now.people - data.now.names.length : 0;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('name')} />
      <Card component="section" aria-labelledby="on-shift-now" sx={{ p: 2.5 }}>
        <Typography id="on-shift-now" variant="subtitle2" component="h2">
          {T('now')}
        </Typography>
        {data ? (
          <Box role="status">
            <Typography sx={{ fontSize: 24, fontWeight: 680 }}>{format.people(data.now.people)}</Typography>
            <Typography variant="body2" color="text.secondary">
              {data.now.people === 0
                ? T('now_nobody')
                : `${data.now.names.join(T('comma'))}${more > 0 ? T('and_more', { people: format.people(more) }) : ''}`}
            </Typography>
          </Box>
        ) : (
          <Skeleton height={56} />
        )}
      </Card>
      <Card
        component="section"
        aria-labelledby="roster-week"
        sx={{ p: 2.5, display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}
      >
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <IconButton aria-label={T('previous_week')} onClick={() => go(addDays(monday, -7))}>
            <ChevronLeft />
          </IconButton>
          <Typography id="roster-week" component="h2" variant="h6" sx={{ minWidth: 0 }}>
            {T('week_of', { from: format.day(monday), to: format.day(addDays(monday, 6)) })}
          </Typography>
          <IconButton aria-label={T('next_week')} onClick={() => go(addDays(monday, 7))}>
            <ChevronRight />
          </IconButton>
          <Button size="small" disabled={monday === mondayOf(today)} onClick={() => go(null)}>
            {T('this_week')}
          </Button>
          {mayEdit && (
            <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
              <Button onClick={() => setImporting(true)}>{T('import')}</Button>
              <Button
                variant="contained"
                onClick={() =>
                  setEdited({ shift: null, person: null, day: monday === mondayOf(today) ? today : monday })
                }
              >
                {T('add')}
              </Button>
            </Box>
          )}
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' },
            alignItems: 'start',
            '& .MuiFormControl-root': { m: 0 },
          }}
        >
          <TextField
            size="small"
            margin="none"
            label={T('search')}
            value={search}
            onChange={({ target }) => {
              setSearch(target.value);
              setPage(0);
            }}
          />
          <DepartmentPicker
            label={T('department')}
            value={departmentId}
            onChange={(id) => {
              setDepartment(id);
              setPage(0);
            }}
          />
          <ZonePicker value={timeZone} onChange={setZone} />
        </Box>
        {error && !data ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton variant="rounded" height={240} />}
        {data && data.total === 0 && (
          <Box sx={{ textAlign: 'center', py: 4 }}>
            <CalendarViewWeekOutlined color="disabled" sx={{ fontSize: 36 }} aria-hidden />
            <Typography>{T(q || departmentId ? 'none_found' : 'none')}</Typography>
            <Typography variant="body2" color="text.secondary">
              {T('none_help')}
            </Typography>
          </Box>
        )}
        {data && data.total > 0 && (
          <Box aria-busy={isPlaceholderData}>
            <WeekTable
              lines={data.items}
              monday={monday}
              today={today}
              timeZone={timeZone}
              onEdit={mayEdit ? setEdited : undefined}
            />
            {data.total > PER_PAGE && (
              <TablePagination
                component="div"
                count={data.total}
                page={page}
                rowsPerPage={PER_PAGE}
                rowsPerPageOptions={[]}
                onPageChange={(_event, to) => setPage(to)}
                labelDisplayedRows={({ from, to, count }) =>
                  translate('ra.navigation.page_range_info', {
                    offsetBegin: from,
                    offsetEnd: to,
                    total: count,
                  })
                }
                getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
              />
            )}
          </Box>
        )}
      </Card>
      {edited && <ShiftDialog edited={edited} timeZone={timeZone} onClose={() => setEdited(null)} />}
      {isImporting && <FileDialog timeZone={timeZone} onClose={() => setImporting(false)} />}
    </Box>
  );
};
