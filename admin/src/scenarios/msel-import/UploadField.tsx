import { Button, Card, LinearProgress, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';

/** A label that looks like a button; the file field in it is what has a role. */
const NOT_A_BUTTON = { role: undefined };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes one workbook; `reading` is the name of the file that is being read. */
export const UploadField = ({
  reading,
  onFile,
}: {
  reading: string | null;
  onFile: (file: File) => void;
}) => {
  const translate = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const T = (key: string, options?: object) => translate(`resources.scenarios.import.${key}`, options);
  return (
    <Card
      sx={{ p: 2.5, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', borderStyle: 'dashed' }}
    >
      <Button
        component="label"
        variant="outlined"
        disabled={reading !== null}
        {...NOT_A_BUTTON}
        tabIndex={-1}
      >
        {T('choose')}
        <input
          ref={field}
          type="file"
          aria-label={T('choose')}
          accept={`.xlsx,${XLSX}`}
          style={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer' }}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            // The same file, corrected, can be chosen again.
            event.target.value = '';
          }}
        />
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
        {reading ? T('reading', { name: reading }) : T('formats')}
      </Typography>
      {reading && <LinearProgress sx={{ width: 160 }} aria-label={T('reading', { name: reading })} />}
    </Card>
  );
};
