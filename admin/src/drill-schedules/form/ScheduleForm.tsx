import { Alert, Box, Button } from '@mui/material';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { Scenario } from '../../providers/contract.js';
import { UnsavedChanges } from '../../shared/UnsavedChanges.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { isComplete, type Draft } from '../draft.js';
import { useWords } from '../useWords.js';
import { CadenceCard } from './CadenceCard.js';
import { CastCard } from './CastCard.js';
import { HoursCard } from './HoursCard.js';
import { PreviewCard } from './PreviewCard.js';
import { WhatCard } from './WhatCard.js';
import { WhenCard } from './WhenCard.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  scenarios: readonly Scenario[];
  scenario: Scenario | undefined;
  submit: {
    label: string;
    work: { mutate: () => void; isPending: boolean; error: unknown };
    disabled?: boolean;
  };
  back: string;
  /** Above the buttons. */
  children?: ReactNode;
}

/** What is planned on the left; when it will be, and how often it should be, beside it. */
export const ScheduleForm = ({ draft, onChange, scenarios, scenario, submit, back, children }: Props) => {
  const translate = useTranslate();
  const W = useWords();
  const textOf = useErrorText();
  const { work } = submit;
  const [start] = useState(draft);
  const send = (event: FormEvent) => {
    event.preventDefault();
    work.mutate();
  };
  return (
    <Box component="form" onSubmit={send} sx={COLUMNS}>
      <UnsavedChanges when={draft !== start} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <WhatCard draft={draft} onChange={onChange} scenarios={scenarios} scenario={scenario} />
        <WhenCard draft={draft} onChange={onChange} />
        <HoursCard draft={draft} onChange={onChange} />
        {scenario && (
          <CastCard cast={draft.cast} seats={scenario.seats} onChange={(cast) => onChange({ cast })} />
        )}
        {children}
        {work.error !== null && work.error !== undefined && (
          <Alert severity="error">{textOf(work.error)}</Alert>
        )}
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            type="submit"
            variant="contained"
            size="large"
            disabled={!scenario || !isComplete(draft) || submit.disabled}
            loading={work.isPending}
          >
            {submit.label}
          </Button>
          <Button component={Link} to={back}>
            {translate('common.cancel')}
          </Button>
          {(!scenario || !isComplete(draft)) && (
            <Box component="span" sx={{ color: 'text.secondary', fontSize: 14 }}>
              {W(scenario ? 'incomplete' : 'choose_first')}
            </Box>
          )}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <PreviewCard draft={draft} />
        <CadenceCard draft={draft} onChange={onChange} />
      </Box>
    </Box>
  );
};

const COLUMNS = {
  display: 'grid',
  gap: 2,
  pt: 1,
  maxWidth: 1280,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
} as const;
