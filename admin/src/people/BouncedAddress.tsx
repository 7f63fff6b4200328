import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';

/** That mails do not arrive at the address on record, with the words of the mail server. */
export const BouncedAddress = ({ person }: { person: Pick<Person, 'email' | 'emailTrouble'> }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { email, emailTrouble } = person;
  if (!emailTrouble) return null;
  return (
    <Alert severity="error" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
      {translate('resources.people.bounced', {
        email,
        when: format.instant(emailTrouble.at),
        answer: emailTrouble.answer,
      })}
    </Alert>
  );
};
