import ErrorOutline from '@mui/icons-material/ErrorOutline';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';

/** How a person signs in; who has left, or has no way in yet, is told apart by word and sign. */
export const SignInStateText = ({ person }: { person: Person }) => {
  const translate = useTranslate();
  if (person.status === 'left')
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('person_status.left')}
      </Box>
    );
  const isWaiting = person.signInState === 'never';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: isWaiting ? 'warning.main' : undefined,
      }}
    >
      {isWaiting && <ErrorOutline sx={{ fontSize: 16 }} aria-hidden />}
      {translate(`sign_in_state.${person.signInState}`)}
    </Box>
  );
};
