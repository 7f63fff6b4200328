import { Alert, Box, Button, Card, FormControlLabel, Switch, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { ReminderStep } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { UnsavedChanges } from '../shared/UnsavedChanges.js';
import { useErrorText } from '../shared/useErrorText.js';
import { isComplete, newStep } from './draft.js';
import { LadderPreviewCard } from './LadderPreviewCard.js';
import { StepRow } from './StepRow.js';

const NONE: readonly ReminderStep[] = [];

interface Props {
  /** null while a program gets its own. */
  ladderId: string | null;
  programId: string | null;
  initial: readonly ReminderStep[];
  initiallyActive: boolean;
  /** Ladders hold for the whole organisation: who is limited to departments reads them. */
  editable: boolean;
}

/** The steps of one ladder, with what they would do right below; nothing happens before it is saved. */
export const LadderEditor = ({ ladderId, programId, initial, initiallyActive, editable }: Props) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const textOf = useErrorText();
  const [steps, setSteps] = useState<ReminderStep[]>([...initial]);
  const [active, setActive] = useState(initiallyActive);
  const robots = useQuery({
    queryKey: ['channels', 'robots'],
    queryFn: ({ signal }) => api.listRobots(signal),
  });
  const T = (key: string, options?: object) => translate(`reminders.${key}`, options);
  const disabled = !editable;
  const complete = steps.every(isComplete);
  // A program that gets its own ladder starts from the general one: that alone is nothing to lose.
  const isEdited = active !== initiallyActive || JSON.stringify(steps) !== JSON.stringify(initial);
  const changed = ladderId === null || isEdited;
  const save = useMutation({
    mutationFn: () => api.saveReminderLadder({ programId, steps, active }),
    onSuccess: async () => {
      notify('reminders.saved', { type: 'success' });
      await client.invalidateQueries({ queryKey: ['reminders'] });
    },
  });
  const remove = useMutation({
    mutationFn: () => api.deleteReminderLadder(ladderId!),
    onSuccess: async () => {
      notify('reminders.removed', { type: 'success' });
      await client.invalidateQueries({ queryKey: ['reminders'] });
    },
  });
  const error = save.error ?? remove.error;
  return (
    <>
      <UnsavedChanges when={isEdited && !disabled} />
      <Card component="section" aria-label={T('steps')} sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography variant="subtitle2" component="h2" sx={{ flex: 1 }}>
            {T('steps')}
          </Typography>
          <FormControlLabel
            control={<Switch checked={active} onChange={(_event, on) => setActive(on)} />}
            label={T('active')}
            disabled={disabled}
          />
        </Box>
        {error && <Alert severity="error">{textOf(error)}</Alert>}
        {steps.length === 0 && <Typography color="text.secondary">{T('none')}</Typography>}
        {steps.map((step, at) => (
          <StepRow
            key={step.key}
            step={step}
            number={at + 1}
            robots={robots.data?.items ?? []}
            disabled={disabled}
            onChange={(next) => setSteps(steps.map((one, i) => (i === at ? next : one)))}
            onRemove={() => setSteps(steps.filter((_one, i) => i !== at))}
          />
        ))}
        {!complete && <Alert severity="warning">{T('incomplete')}</Alert>}
        {changed && complete && !disabled && <Alert severity="info">{T('unsaved')}</Alert>}
        {!disabled && (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button
              variant="contained"
              loading={save.isPending}
              disabled={!changed || !complete}
              onClick={() => save.mutate()}
            >
              {translate('common.save')}
            </Button>
            <Button disabled={steps.length >= 20} onClick={() => setSteps([...steps, newStep()])}>
              {T('add')}
            </Button>
            {programId && ladderId && (
              <Button color="error" loading={remove.isPending} onClick={() => remove.mutate()}>
                {T('remove_own')}
              </Button>
            )}
          </Box>
        )}
      </Card>
      {active && complete && (
        <LadderPreviewCard programId={programId} steps={steps} saved={initiallyActive ? initial : NONE} />
      )}
    </>
  );
};
