import { Button } from '@mui/material';
import { SaveButton, Toolbar, useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** Save and the way back; nothing else. */
export const FormToolbar = ({ back }: { back: string }) => {
  const translate = useTranslate();
  return (
    <Toolbar sx={{ bgcolor: 'transparent', borderTop: 1, borderColor: 'divider', gap: 1, mt: 1 }}>
      <SaveButton />
      <Button component={Link} to={back}>
        {translate('common.cancel')}
      </Button>
    </Toolbar>
  );
};
