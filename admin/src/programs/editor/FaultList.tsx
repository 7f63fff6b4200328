import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Fault } from './draft.js';

/** What is wrong at one place; each sentence once. */
export const FaultList = ({ faults, id }: { faults: readonly Fault[]; id?: string }) => {
  const translate = useTranslate();
  const words = [...new Set(faults.map(({ fault }) => fault))];
  if (words.length === 0) return null;
  return (
    <Box id={id} sx={{ color: 'error.main', fontSize: 13.5, mt: 0.5 }}>
      {words.map((fault) => (
        <div key={fault}>{translate(`programs_editor.fault.${fault}`)}</div>
      ))}
    </Box>
  );
};
