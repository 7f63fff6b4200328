import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Certification, Waiver } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useMe } from '../../shared/useMe.js';
import { isRunning, ofEnding } from './consequences.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useException, useSubject } from './useCertifications.js';

interface Props {
  personId: string;
  certification: Certification;
  /** The day that the certification is told of. */
  today: string;
}

/** Every waiver and extension that was ever given, with its reason and who gave it. */
export const Waivers = ({ personId, certification, today }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const [ending, setEnding] = useState<Waiver | null>(null);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {certification.waivers.map((waiver) => {
        const { id, kind, until, reason, author, createdAt, ended } = waiver;
        const what = until ? T(`${kind}.given`, { until: format.day(until) }) : T('waiver.given_endless');
        return (
          <Box
            component="li"
            key={id}
            sx={{
              display: 'flex',
              gap: 2,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              alignItems: 'flex-start',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{what}</Typography>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{T('because', { reason })}</Typography>
              <Typography variant="body2" color="text.secondary">
                {T('given_by', { name: author.name, instant: format.instant(createdAt) })}
                {ended &&
                  ` ${T(ended.reason ? 'ended_because' : 'ended_by', {
                    name: ended.by.name,
                    instant: format.instant(ended.at),
                    reason: ended.reason,
                  })}`}
                {!ended && !isRunning(waiver, today) && ` ${T('run_out')}`}
              </Typography>
            </Box>
            {can('certification', 'edit') && isRunning(waiver, today) && (
              <Button
                size="small"
                onClick={() => setEnding(waiver)}
                aria-label={`${T('ending.confirm')}: ${what}`}
              >
                {T('ending.confirm')}
              </Button>
            )}
          </Box>
        );
      })}
      {ending && (
        <EndDialog
          personId={personId}
          certification={certification}
          today={today}
          waiver={ending}
          onClose={() => setEnding(null)}
        />
      )}
    </Box>
  );
};

interface EndProps extends Props {
  waiver: Waiver;
  onClose: () => void;
}

const EndDialog = ({ personId, certification, today, waiver, onClose }: EndProps) => {
  const translate = useTranslate();
  const subject = useSubject(personId, certification);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const { mutate, isPending, error } = useException(
    personId,
    (api, reason) => api.endWaiver(personId, certification.program.id, waiver.id, reason),
    { done: 'resources.certification.ending.done', onDone: onClose },
  );
  return (
    <ReasonDialog
      title={T(`ending.title_${waiver.kind}`, subject)}
      confirm={T('ending.confirm')}
      consequence={ofEnding(certification, waiver, today)}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onConfirm={mutate}
    />
  );
};
