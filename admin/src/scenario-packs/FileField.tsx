import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button, Card, LinearProgress, Typography } from '@mui/material';
import { useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';

/** A label that looks like a button; the file field in it is what has a role. */
const NOT_A_BUTTON = { role: undefined };

interface Props {
  /** Words on the button. */
  choose: string;
  accept: string;
  hint: string;
  /** Name of the file that is being read. */
  reading: string | null;
  onFile: (file: File) => void;
}

/** Takes one file, chosen or dropped. */
export const FileField = ({ choose, accept, hint, reading, onFile }: Props) => {
  const translate = useTranslate();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !reading) onFile(file);
  };
  const busy = reading ? translate('scenario_pack.reading', { name: reading }) : '';
  return (
    <Card
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        p: 4,
        display: 'grid',
        gap: 1.5,
        justifyItems: 'center',
        textAlign: 'center',
        borderStyle: 'dashed',
        borderWidth: 2,
        borderColor: isOver ? 'primary.main' : undefined,
      }}
    >
      <UploadFileOutlined color="primary" sx={{ fontSize: 36 }} aria-hidden />
      {reading ? (
        <>
          <Typography>{busy}</Typography>
          <LinearProgress sx={{ width: 280, maxWidth: 1 }} aria-label={busy} />
        </>
      ) : (
        <Button component="label" variant="contained" size="large" {...NOT_A_BUTTON} tabIndex={-1}>
          {choose}
          <input
            type="file"
            aria-label={choose}
            accept={accept}
            style={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer' }}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) onFile(file);
              // The same file, corrected, can be chosen again.
              event.target.value = '';
            }}
          />
        </Button>
      )}
      <Typography variant="body2" color="text.secondary">
        {hint}
      </Typography>
    </Card>
  );
};
