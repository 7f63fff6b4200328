import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Certification } from '../../providers/contract.js';
import { ofRevocation } from './consequences.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useException, useSubject } from './useCertifications.js';

interface Props {
  personId: string;
  certification: Certification;
  /** The day that the certification is told of. */
  today: string;
  onClose: () => void;
}
const LONGEST_DAYS = 365;
const USUAL_DAYS = '14';

/** Takes a valid certification back; it cannot be given back, only earned again. */
export const RevokeDialog = ({ personId, certification, today, onClose }: Props) => {
  const translate = useTranslate();
  const subject = useSubject(personId, certification);
  const [days, setDays] = useState(USUAL_DAYS);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const dueDays = Number(days);
  const isSound = Number.isInteger(dueDays) && dueDays >= 1 && dueDays <= LONGEST_DAYS;
  const { mutate, isPending, error } = useException(
    personId,
    (api, reason) => api.revokeCertification(personId, certification.program.id, { reason, dueDays }),
    { done: 'resources.certification.revocation.done', onDone: onClose },
  );
  return (
    <ReasonDialog
      danger
      title={T('revocation.title', subject)}
      confirm={T('revocation.confirm')}
      consequence={isSound ? ofRevocation(certification, dueDays, today) : null}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onConfirm={mutate}
    >
      <TextField
        type="number"
        required
        label={T('revocation.days')}
        value={days}
        onChange={(event) => setDays(event.target.value)}
        error={!isSound}
        helperText={T('revocation.days_help', { most: LONGEST_DAYS })}
        slotProps={{ htmlInput: { min: 1, max: LONGEST_DAYS, step: 1 } }}
      />
    </ReasonDialog>
  );
};
