import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import type { MselColumn, MselImport, ScenarioDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { ApiError } from '../../providers/http.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useDetail } from '../../shared/useDetail.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useText } from '../../shared/useLocale.js';
import { ColumnMapper } from './ColumnMapper.js';
import { mappingOf, unknownColumns, type Heading } from './mapping.js';
import { MselPreview } from './MselPreview.js';
import { UploadField } from './UploadField.js';

/** A workbook becomes a draft: upload, say what its columns are, look at what would change, carry it out. */
export const MselImportPage = () => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const { id = '' } = useParams();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data: scenario, error: missing, refetch } = useDetail<ScenarioDetail>('scenarios', id);
  const [file, setFile] = useState<File | null>(null);
  const [headings, setHeadings] = useState<Heading[]>([]);
  const T = (key: string, options?: object) => translate(`resources.scenarios.import.${key}`, options);
  const upload = useMutation({
    mutationFn: ({ chosen, columns }: { chosen: File; columns: readonly Heading[] }) =>
      dataProvider.uploadMsel(id, chosen, mappingOf(columns)),
    onSuccess: ({ columns }: MselImport) => setHeadings(columns),
    onError: (error) => {
      if (error instanceof ApiError) setHeadings((before) => unknownColumns(error, before));
    },
  });
  const commit = useMutation({
    mutationFn: (one: MselImport) => dataProvider.commitMsel(id, one.id),
    onSuccess: ({ version }) => {
      notify(T('done', { number: version?.number ?? '' }), { type: 'success' });
      refresh();
      void navigate(`/scenarios/${id}/show?part=msel${version ? `&version=${version.id}` : ''}`);
    },
  });
  if (missing) return <LoadFailed error={missing} onRetry={() => void refetch()} />;
  if (!scenario) return <Skeleton variant="rounded" height={400} />;
  const read = (chosen: File, columns: readonly Heading[]) => {
    commit.reset();
    upload.mutate({ chosen, columns });
  };
  const error = upload.error ?? commit.error;
  const one = upload.data;
  const map = (heading: string, column: MselColumn | null) =>
    setHeadings(headings.map((known) => (known.heading === heading ? { heading, column } : known)));
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1100, '& > *': { minWidth: 0 } }}>
      <Title title={T('title', { title: textIn(scenario.title) })} />
      <Typography color="text.secondary" sx={{ pt: 1 }}>
        {T('lead')}
      </Typography>
      {error && (
        <Alert severity="error">
          {textOf(error)}
          {error instanceof ApiError && error.code === 'msel_import.column_missing' && (
            <> {error.details.map(({ path }) => path).join(', ')}</>
          )}
        </Alert>
      )}
      <UploadField
        reading={upload.isPending ? (file?.name ?? null) : null}
        onFile={(chosen) => {
          setFile(chosen);
          setHeadings([]);
          read(chosen, []);
        }}
      />
      {file && headings.length > 0 && (
        <ColumnMapper headings={headings} onMap={map}>
          <Button
            variant={one ? 'outlined' : 'contained'}
            loading={upload.isPending}
            onClick={() => read(file, headings)}
          >
            {T('read_again')}
          </Button>
        </ColumnMapper>
      )}
      {one && (
        <MselPreview one={one}>
          {one.status === 'ready' && (
            <Button variant="contained" loading={commit.isPending} onClick={() => commit.mutate(one)}>
              {T('commit')}
            </Button>
          )}
          <Button component={Link} to={`/scenarios/${id}/show`}>
            {translate('common.cancel')}
          </Button>
        </MselPreview>
      )}
    </Box>
  );
};
