import { Alert, Box, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useGetList, useTranslate } from 'react-admin';
import type { Program } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useText } from '../shared/useLocale.js';
import { HoursCard } from './HoursCard.js';
import { LadderEditor } from './LadderEditor.js';

const COMMON = 'common';

/** Who is reminded of what and when. Which ladder is open stands in the address. */
export const RemindersPage = () => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const textIn = useText();
  const [search, update] = useAddressQuery();
  const ladders = useQuery({
    queryKey: ['reminders', 'ladders'],
    queryFn: ({ signal }) => api.listReminderLadders(signal),
  });
  const settings = useQuery({
    queryKey: ['reminders', 'settings'],
    queryFn: ({ signal }) => api.getReminderSettings(signal),
  });
  const programs = useGetList<Program>('programs', { pagination: { page: 1, perPage: 200 } });
  const T = (key: string) => translate(`reminders.${key}`);
  const error = ladders.error ?? settings.error;
  if (error)
    return (
      <LoadFailed
        error={error}
        onRetry={() => {
          void ladders.refetch();
          void settings.refetch();
        }}
      />
    );
  if (!ladders.data || !settings.data) return <Skeleton variant="rounded" height={420} />;
  const common = ladders.data.items.find(({ program }) => program === null)!;
  const chosen = search.get('program') ?? COMMON;
  const own = ladders.data.items.find(({ program }) => program?.id === chosen);
  const shown = own ?? common;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1100, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={translate('resources.reminders.name')} />
      <Typography color="text.secondary" sx={{ lineHeight: 1.7 }}>
        {T('lead')}
      </Typography>
      {!ladders.data.editable && <Alert severity="info">{T('read_only')}</Alert>}
      <TextField
        select
        label={T('ladder')}
        value={chosen}
        onChange={(event) =>
          update((query) => {
            if (event.target.value === COMMON) query.delete('program');
            else query.set('program', event.target.value);
            return query;
          })
        }
        sx={{ maxWidth: 520 }}
      >
        <MenuItem value={COMMON}>{T('common')}</MenuItem>
        {(programs.data ?? []).map((program) => (
          <MenuItem key={program.id} value={program.id}>
            {textIn(program.document.title)}
            {ladders.data.items.some((ladder) => ladder.program?.id === program.id) ? ` · ${T('own')}` : ''}
          </MenuItem>
        ))}
      </TextField>
      <LadderEditor
        key={`${chosen}:${shown.updatedAt}`}
        ladderId={chosen === COMMON || own ? shown.id : null}
        programId={chosen === COMMON ? null : chosen}
        initial={shown.steps}
        initiallyActive={shown.active}
        editable={ladders.data.editable}
      />
      <HoursCard settings={settings.data} editable={ladders.data.editable} />
    </Box>
  );
};
