import {
  Box,
  Button,
  Card,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useFormat } from '../shared/useFormat.js';

const EVERY_MS = 5_000;
const PER_PAGE = 50;

/** The people behind the number that was opened; which one is in the address. */
export const PeopleBehind = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [search] = useAddressQuery();
  const [shown, setShown] = useState(PER_PAGE);
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const query = {
    answer: search.get('answer') ?? undefined,
    departmentId: search.get('departmentId') ?? undefined,
    tier: search.get('tier') ?? undefined,
    perPage: shown,
  };
  const { data, error, refetch } = useQuery({
    queryKey: ['briefing-people', id, query],
    queryFn: ({ signal }) => api.listBriefingPeople(id, query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
      <Typography variant="subtitle2" component="h2">
        {T(`answer.${query.answer}`)} {data && format.people(data.total)}
      </Typography>
      {!data && <Skeleton variant="rounded" height={160} />}
      {data && data.total === 0 && <Typography color="text.secondary">{T('nobody_here')}</Typography>}
      {data && data.total > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['person', 'department', 'manager', 'opened', 'acknowledged', 'told'].map((column) => (
                  <TableCell key={column}>{T(`column.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.items.map((one) => (
                <TableRow key={one.person.id}>
                  <TableCell>
                    <PersonLink id={one.person.id}>{one.person.name}</PersonLink>
                    {one.joined && (
                      <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
                        {T('joined_one')} · {format.instant(one.askedAt)}
                      </Box>
                    )}
                  </TableCell>
                  <TableCell>{one.department}</TableCell>
                  <TableCell>{one.manager ?? '—'}</TableCell>
                  <TableCell>{format.instant(one.openedAt)}</TableCell>
                  <TableCell>{format.instant(one.acknowledgedAt)}</TableCell>
                  <TableCell>{format.instant(one.hrToldAt ?? one.managerToldAt)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {data && data.total > shown && shown < 200 && (
        <Box>
          <Button onClick={() => setShown(200)}>{T('more')}</Button>
        </Box>
      )}
    </Card>
  );
};
