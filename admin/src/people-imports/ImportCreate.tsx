import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, Card, LinearProgress, Typography } from '@mui/material';
import { useRef, useState, type DragEvent } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { ApiError } from '../providers/http.js';
import { useErrorText } from '../shared/useErrorText.js';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from './columns.js';
import { TemplateButton } from './TemplateButton.js';

/** A label that looks like a button; the file field in it is what has a role. */
const NOT_A_BUTTON = { role: undefined };

/** Uploads a roster; the preview opens when it has been read. */
export const ImportCreate = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const textOf = useErrorText();
  const field = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  const upload = async (file: File | undefined) => {
    if (!file) return;
    setReading(file.name);
    setError(null);
    try {
      const made = await dataProvider.uploadRoster(file);
      await navigate(`/people-imports/${made.id}/show`);
    } catch (refusal) {
      setError(refusal);
      setReading(null);
      if (field.current) field.current.value = '';
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void upload(event.dataTransfer.files[0]);
  };
  return (
    <Box sx={{ maxWidth: 760 }}>
      <Title title={T('upload')} />
      {error !== null && (
        <Alert severity="error" sx={{ my: 1 }}>
          {textOf(error)}
          {error instanceof ApiError && error.details.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {error.details.map((detail) => (
                <li key={detail.path}>{detail.path}</li>
              ))}
            </Box>
          )}
        </Alert>
      )}
      <Card
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          p: 5,
          my: 1,
          textAlign: 'center',
          borderStyle: 'dashed',
          borderWidth: 2,
          borderColor: isOver ? 'primary.main' : undefined,
        }}
      >
        <UploadFileOutlined color="primary" sx={{ fontSize: 36 }} aria-hidden />
        <Typography sx={{ my: 1 }}>{reading ? T('reading', { name: reading }) : T('drop')}</Typography>
        {reading ? (
          <LinearProgress
            sx={{ maxWidth: 280, mx: 'auto', my: 2 }}
            aria-label={T('reading', { name: reading })}
          />
        ) : (
          <Button component="label" variant="contained" size="large" {...NOT_A_BUTTON} tabIndex={-1}>
            {T('choose')}
            <input
              ref={field}
              type="file"
              aria-label={T('choose')}
              accept=".csv,.xlsx,text/csv"
              style={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer' }}
              onChange={(event) => void upload(event.target.files?.[0])}
            />
          </Button>
        )}
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
          {T('formats')}
        </Typography>
      </Card>
      <Card sx={{ p: 2.5 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
          <Typography variant="subtitle2" component="h2">
            {T('columns_title')}
          </Typography>
          <TemplateButton />
        </Box>
        <Typography variant="body2">
          {T('columns_required', { columns: REQUIRED_COLUMNS.join(', ') })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {T('columns_optional', { columns: OPTIONAL_COLUMNS.join(', ') })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {T('columns_department')}
        </Typography>
      </Card>
    </Box>
  );
};
