import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Card, Checkbox, FormControlLabel, FormGroup, FormHelperText, Skeleton, TextField, Typography } from '@mui/material'; // prettier-ignore
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ScenarioDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { apiUrl } from '../../providers/http.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useDebounced } from '../../shared/useDebounced.js';
import { useDetail } from '../../shared/useDetail.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useText } from '../../shared/useLocale.js';
import { PackContents } from '../pack/PackContents.js';
import { namesIn, REDACTED_KINDS, redactionQuery } from './redaction.js';
import { RedactedNames } from './RedactedNames.js';

const USUAL: readonly string[] = ['organisation', 'departments'];

/** A version on its way out: choose which names are replaced, see where, read what would leave, then save the file. */
export const PackExportPage = () => {
  const translate = useTranslate();
  const textIn = useText();
  const textOf = useErrorText();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data: scenario, error, refetch } = useDetail<ScenarioDetail>('scenarios', id);
  const [kinds, setKinds] = useState(USUAL);
  const [listed, setListed] = useState('');
  const query = redactionQuery(kinds, namesIn(useDebounced(listed, 400)));
  const asked = search.get('version');
  const version =
    scenario?.versions.find((one) => one.id === asked) ??
    scenario?.versions.find((one) => one.id === scenario.publishedVersion?.id) ??
    scenario?.versions[0];
  const preview = useQuery({
    queryKey: ['scenario-pack-preview', version?.id, query],
    queryFn: ({ signal }) => dataProvider.previewScenarioPack(version!.id, query, signal),
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
  });
  const T = (key: string, options?: object) => translate(`scenario_pack.export.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!scenario || !version) return <Skeleton variant="rounded" height={520} />;
  const left = preview.data?.names.filter((name) => name.left.length > 0) ?? [];
  const isCurrent =
    !preview.isPlaceholderData && !preview.error && namesIn(listed).join() === (query.names ?? []).join();
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1280, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('title', { title: textIn(scenario.title) })} />
      <Typography color="text.secondary" sx={{ maxWidth: 780, lineHeight: 1.7 }}>
        {T('lead', { number: version.number })}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: '340px 1fr' },
          alignItems: 'start',
          '& > *': { minWidth: 0 },
        }}
      >
        <Card component="section" aria-label={T('replace')} sx={{ p: 2.5, display: 'grid', gap: 2 }}>
          <FormGroup aria-labelledby="pack-replace" role="group">
            <Typography id="pack-replace" variant="subtitle2" component="h2" sx={{ mb: 0.5 }}>
              {T('replace')}
            </Typography>
            {REDACTED_KINDS.map((kind) => (
              <FormControlLabel
                key={kind}
                control={
                  <Checkbox
                    checked={kinds.includes(kind)}
                    onChange={(_event, on) =>
                      setKinds(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))
                    }
                  />
                }
                label={translate(`scenario_pack.kind.${kind}`)}
              />
            ))}
            <FormHelperText>{T('exporter')}</FormHelperText>
          </FormGroup>
          <TextField
            multiline
            minRows={2}
            label={T('names')}
            value={listed}
            onChange={(event) => setListed(event.target.value)}
            helperText={T('names_help')}
          />
          <Button
            component="a"
            variant="contained"
            startIcon={<DownloadOutlined />}
            href={isCurrent ? apiUrl(`scenario-versions/${version.id}/pack`, query) : undefined}
            download
            disabled={!isCurrent}
          >
            {T('save')}
          </Button>
          <Button component={Link} to={`/scenarios/${id}/show`}>
            {translate('common.cancel')}
          </Button>
        </Card>
        <Card component="section" aria-label={T('replaced')} sx={{ p: 2.5 }}>
          <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
            {T('replaced')}
          </Typography>
          {preview.error ? <Alert severity="error">{textOf(preview.error)}</Alert> : null}
          {left.length > 0 && (
            <Alert severity="warning" sx={{ mb: 1.5 }}>
              {T('left', { smart_count: left.length })}
            </Alert>
          )}
          {preview.data ? <RedactedNames names={preview.data.names} /> : <Skeleton height={160} />}
        </Card>
      </Box>
      {preview.data && <PackContents document={preview.data.document} />}
    </Box>
  );
};
