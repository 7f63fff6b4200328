import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { EraseDialog } from './EraseDialog.js';

/** Opens what erasing this person would mean; nothing happens before it is confirmed there. */
export const EraseButton = ({ personId, onErased }: { personId: string; onErased?: () => void }) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('privacy.erase')}
      </Button>
      {isOpen && <EraseDialog personId={personId} onClose={() => setOpen(false)} onErased={onErased} />}
    </>
  );
};
