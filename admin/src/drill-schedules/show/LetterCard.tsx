import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { DrillScheduleDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { PersonLink } from '../../shared/PersonLink.js';
import { useNotifyError } from '../../shared/useErrorText.js';
import { useMe } from '../../shared/useMe.js';
import { SectionCard } from '../SectionCard.js';
import { useWords } from '../useWords.js';
import { lettersOf } from './letters.js';
import { useReasonText } from './useLetterText.js';

const STATES = ['sent', 'waiting', 'kept', 'failed'] as const;

/** What became of the letters about dates to come; who was not reached, why, and once more. */
export const LetterCard = ({ schedule, mayRetry }: { schedule: DrillScheduleDetail; mayRetry: boolean }) => {
  const W = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const reasonText = useReasonText();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [openedAt] = useState(() => Date.now());
  const { counts, unreached } = lettersOf(schedule.occurrences, openedAt);
  const retry = useMutation({
    mutationFn: () => dataProvider.retryDrillLetters(schedule.id),
    onSuccess: ({ queued, left }) => {
      notify(left === 0 ? W('letter.retried', { queued }) : W('letter.retried_some', { queued, left }), {
        type: left === 0 ? 'success' : 'warning',
      });
      refresh();
    },
    onError: useNotifyError(),
  });
  const said = STATES.filter((state) => counts[state] > 0).map((state) =>
    W('letter.counted', { state: W(`letter.state.${state}`), count: counts[state] }),
  );
  return (
    <SectionCard title={W('letters')} id="letters">
      <Typography variant="body2">
        {said.length > 0 ? said.join(W('separator')) : W('letters_none')}
      </Typography>
      {unreached.length > 0 && (
        <>
          <Alert severity="warning" sx={{ mt: 1 }}>
            {W('letters_unreached', { smart_count: new Set(unreached.map(({ person }) => person.id)).size })}
          </Alert>
          <Box component="ul" sx={{ pl: 2.5, my: 1, fontSize: 14, '& li': { py: 0.25 } }}>
            {unreached.map(({ person, reason }) => (
              <li key={`${person.id}/${reason}`}>
                {can('people', 'show') ? <PersonLink id={person.id}>{person.name}</PersonLink> : person.name}
                {W('colon')}
                <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                  {reasonText(reason)}
                </Box>
              </li>
            ))}
          </Box>
          {mayRetry && (
            <Button size="small" variant="outlined" loading={retry.isPending} onClick={() => retry.mutate()}>
              {W('letter.retry')}
            </Button>
          )}
        </>
      )}
    </SectionCard>
  );
};
