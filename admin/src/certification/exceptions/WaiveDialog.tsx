import { FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Certification, Waiver } from '../../providers/contract.js';
import { ofExtension, ofWaiver } from './consequences.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useException, useSubject } from './useCertifications.js';

interface Props {
  personId: string;
  certification: Certification;
  /** The day that the certification is told of. */
  today: string;
  kind: Waiver['kind'];
  onClose: () => void;
}

/** Waives a program for a while or without end, or gives more time for it. */
export const WaiveDialog = ({ personId, certification, today, kind, onClose }: Props) => {
  const translate = useTranslate();
  const subject = useSubject(personId, certification);
  const [until, setUntil] = useState('');
  const [isEndless, setEndless] = useState(false);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const last = isEndless ? null : until;
  const { mutate, isPending, error } = useException(
    personId,
    (api, reason) => api.waive(personId, certification.program.id, { kind, until: last, reason }),
    { done: `resources.certification.${kind}.done`, onDone: onClose },
  );
  const consequence =
    last === '' || (last !== null && last < today)
      ? null
      : kind === 'extension'
        ? ofExtension(certification, last ?? '')
        : ofWaiver(certification, last, today);
  return (
    <ReasonDialog
      title={T(`${kind}.title`, subject)}
      confirm={T(`${kind}.confirm`)}
      consequence={consequence}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onConfirm={mutate}
    >
      {kind === 'waiver' && (
        <RadioGroup
          row
          value={isEndless ? 'endless' : 'until'}
          onChange={(_event, value) => setEndless(value === 'endless')}
          aria-label={T('waiver.how_long')}
        >
          <FormControlLabel value="until" control={<Radio />} label={T('waiver.to_a_day')} />
          <FormControlLabel value="endless" control={<Radio />} label={T('waiver.without_end')} />
        </RadioGroup>
      )}
      {!isEndless && (
        <TextField
          type="date"
          required
          label={T(`${kind}.until`)}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
          slotProps={{ htmlInput: { min: today }, inputLabel: { shrink: true } }}
        />
      )}
    </ReasonDialog>
  );
};
