import { Alert, Box, Button, Card, Step as MuiStep, StepButton, Stepper } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import { SAVED, UnsavedChanges } from '../../shared/UnsavedChanges.js';
import { AudiencePreview } from './AudiencePreview.js';
import { bodyOf, emptyDraft, isComplete, STEPS, type Draft } from './draft.js';
import { StepCheck } from './StepCheck.js';
import { StepWhat } from './StepWhat.js';
import { StepWhen } from './StepWhen.js';
import { StepWho } from './StepWho.js';
import { usePreview } from './usePreview.js';

/** Who, what, when, check: nothing is assigned before the last button. */
export const AssignWizard = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const format = useFormat();
  const { today } = format;
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const given = useLocation().state as {
    personIds?: string[];
    courseIds?: string[];
    programId?: string;
  } | null;
  const [start] = useState<Draft>(() => emptyDraft(given ?? {}));
  const [draft, setDraft] = useState(start);
  const [at, setAt] = useState(given?.personIds?.length ? 1 : 0);
  const preview = usePreview(draft);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => dataProvider.createAudienceRule(bodyOf(draft, preview.data?.fingerprint)),
    onSuccess: (rule) => {
      notify('resources.audience-rules.created', {
        type: 'success',
        messageArgs: { people: format.people(rule.people) },
      });
      refresh();
      void navigate(`/audience-rules/${rule.id}/show`, { state: SAVED });
    },
    onError: () => void preview.refetch(),
  });
  const step = STEPS[at]!;
  const firstIncomplete = STEPS.findIndex((one) => !isComplete(one, draft, today()));
  const isBlocked = firstIncomplete !== -1 && firstIncomplete <= at;
  return (
    <Box sx={{ maxWidth: 1100 }}>
      <UnsavedChanges when={draft !== start} />
      <Title title={translate('resources.audience-rules.create')} />
      <Stepper nonLinear activeStep={at} sx={{ py: 2, maxWidth: 760 }}>
        {STEPS.map((one, index) => (
          <MuiStep key={one} completed={index < at && isComplete(one, draft, today())}>
            <StepButton
              onClick={() => setAt(index)}
              disabled={firstIncomplete !== -1 && index > firstIncomplete}
              aria-current={index === at ? 'step' : undefined}
            >
              {translate(`resources.audience-rules.step.${one}`)}
            </StepButton>
          </MuiStep>
        ))}
      </Stepper>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: step === 'check' ? '1fr' : 'minmax(0, 1fr) 320px' },
          alignItems: 'start',
        }}
      >
        <Card
          component="section"
          aria-label={translate(`resources.audience-rules.step.${step}`)}
          sx={{ p: 3 }}
        >
          {error && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {textOf(error)}
            </Alert>
          )}
          {step === 'who' && <StepWho draft={draft} onChange={change} />}
          {step === 'what' && <StepWhat draft={draft} onChange={change} />}
          {step === 'when' && <StepWhen draft={draft} onChange={change} />}
          {step === 'check' && <StepCheck draft={draft} preview={preview} />}
          <Box sx={{ display: 'flex', gap: 1, mt: 3 }}>
            {step === 'check' ? (
              <Button
                variant="contained"
                size="large"
                loading={isPending}
                disabled={isBlocked || !preview.data?.people}
                onClick={() => mutate()}
              >
                {translate('resources.audience-rules.check.confirm')}
              </Button>
            ) : (
              <Button variant="contained" disabled={isBlocked} onClick={() => setAt(at + 1)}>
                {translate('common.next')}
              </Button>
            )}
            {at > 0 && <Button onClick={() => setAt(at - 1)}>{translate('common.back')}</Button>}
          </Box>
        </Card>
        {step !== 'check' && <AudiencePreview preview={preview} />}
      </Box>
    </Box>
  );
};
