import { Box, Card, Skeleton, Typography, useMediaQuery, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';

/** Below 600 px, where the columns of a table would be a few letters wide. */
export const useIsNarrow = (): boolean => useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));

/** The rows of a list on a phone: each record is a block of its own. */
export const StackedRows = <T extends RaRecord>({ render }: { render: (record: T) => ReactNode }) => {
  const translate = useTranslate();
  const { data } = useListContext<T>();
  if (!data) return <Skeleton variant="rounded" height={320} />;
  if (data.length === 0) return <Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>;
  return (
    <Card component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((record) => (
        <Box
          key={record.id}
          component="li"
          sx={{
            px: 2,
            py: 1.5,
            display: 'grid',
            gap: 0.25,
            overflowWrap: 'anywhere',
            '& + li': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          {render(record)}
        </Box>
      ))}
    </Card>
  );
};
