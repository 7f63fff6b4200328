import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Card, Chip, MenuItem, Skeleton, Tab, Tabs, TextField, Typography } from '@mui/material'; // prettier-ignore
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { ScenarioDetail } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { apiUrl } from '../providers/http.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useDetail } from '../shared/useDetail.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { DraftNotice } from './DraftNotice.js';
import { InjectTable } from './InjectTable.js';
import { namesOf } from './names.js';
import { Overview } from './Overview.js';
import { VersionTable } from './VersionTable.js';

const PARTS = ['overview', 'msel', 'deck', 'versions'] as const;
type Part = (typeof PARTS)[number];
const partIn = (name: string | null): Part => PARTS.find((part) => part === name) ?? 'overview';

/** A version of a scenario laid open, hidden truth and all; the address keeps part and version. */
export const ScenarioShow = () => {
  const translate = useTranslate();
  const textIn = useText();
  const { can } = useMe();
  const { id = '' } = useParams();
  const [search, setSearch] = useAddressQuery();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data: scenario, error, refetch } = useDetail<ScenarioDetail>('scenarios', id);
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  const part = partIn(search.get('part'));
  const asked = search.get('version');
  const shown =
    scenario?.versions.find((version) => version.id === asked)?.id ??
    scenario?.publishedVersion?.id ??
    scenario?.draftVersion?.id ??
    '';
  const version = useQuery({
    queryKey: ['scenario-version', shown],
    queryFn: ({ signal }) => dataProvider.getScenarioVersion(shown, signal),
    enabled: shown !== '',
    placeholderData: keepPreviousData,
  });
  const change = (name: string, value: string) =>
    setSearch(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const failed = error ?? version.error;
  if (failed)
    return <LoadFailed error={failed} onRetry={() => void (error ? refetch() : version.refetch())} />;
  if (!scenario || !version.data) return <Skeleton variant="rounded" height={520} />;
  const { document, warnings } = version.data;
  const names = namesOf(document);
  const draft = scenario.versions.find(({ status }) => status === 'draft');
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1280, '& > *': { minWidth: 0 } }}>
      <Title title={textIn(document.title)} />
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', flexWrap: 'wrap', pt: 1 }}>
        <Box sx={{ flex: '1 1 420px', maxWidth: 780 }}>
          <Typography color="text.secondary" sx={{ lineHeight: 1.7 }}>
            {textIn(document.summary)}
          </Typography>
          <Box sx={{ display: 'flex', gap: 0.75, mt: 1, flexWrap: 'wrap' }}>
            <Chip
              size="small"
              color="primary"
              variant="outlined"
              label={T(`crisis.${document.crisisType}`)}
            />
            <Chip size="small" variant="outlined" label={T(`cluster.${document.cluster}`)} />
            <Chip size="small" variant="outlined" label={T('minutes_live', { minutes: scenario.minutes })} />
            <Chip
              size="small"
              variant="outlined"
              label={T('minutes_solo', { minutes: scenario.soloMinutes })}
            />
          </Box>
        </Box>
        <Box sx={{ flex: 1 }} />
        <TextField
          select
          label={T('version_shown')}
          value={shown}
          onChange={(event) => change('version', event.target.value)}
          sx={{ width: 170, my: 0 }}
        >
          {scenario.versions.map(({ id: key, number, status }) => (
            <MenuItem key={key} value={key}>
              {T('version_option', { number, status: T(`status.${status}`) })}
            </MenuItem>
          ))}
        </TextField>
        <Button
          component="a"
          href={apiUrl(`scenario-versions/${shown}/msel.xlsx`)}
          download
          startIcon={<DownloadOutlined />}
        >
          {T('export')}
        </Button>
        {can('scenarios', 'import') && (
          <Button component={Link} to={`/scenarios/${id}/msel-import`}>
            {T('import.open')}
          </Button>
        )}
        {can('scenario-packs', 'list') && (
          <>
            <Button component={Link} to={`/scenarios/${id}/pack?version=${shown}`}>
              {translate('scenario_pack.export.open')}
            </Button>
            <Button component={Link} to={`/scenarios/${id}/scores`}>
              {translate('score_numbers.open')}
            </Button>
          </>
        )}
        {can('drill-runs', 'create') && scenario.publishedVersion && (
          <Button component={Link} to={`/drill-runs/create?scenarioId=${id}`} variant="contained">
            {T('plan_drill')}
          </Button>
        )}
      </Box>
      {draft && <DraftNotice scenario={scenario} draft={draft} isShown={shown === draft.id} />}
      {warnings.length > 0 && (
        <Alert severity="info">
          <Box component="details">
            <Box component="summary" sx={{ cursor: 'pointer' }}>
              {T('warnings', { smart_count: warnings.length })}
            </Box>
            <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
              {warnings.map(({ path, message }, index) => (
                <li key={index}>
                  {textIn(message)} <code>{path}</code>
                </li>
              ))}
            </Box>
          </Box>
        </Alert>
      )}
      <Tabs
        value={part}
        onChange={(_event, to: Part) => change('part', to)}
        aria-label={T('parts')}
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {PARTS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls="scenario-part"
            label={T(`part.${name}`, {
              count: {
                overview: '',
                msel: document.items.length,
                deck: document.deck.length,
                versions: scenario.versions.length,
              }[name],
            })}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="scenario-part" aria-labelledby={`tab-${part}`} sx={{ minWidth: 0 }}>
        {part === 'overview' && <Overview document={document} names={names} />}
        {part === 'msel' &&
          document.phases.map((phase) => (
            <InjectTable
              key={phase.key}
              title={textIn(phase.title)}
              injects={document.items.filter((inject) => inject.phase === phase.key)}
              document={document}
              names={names}
            />
          ))}
        {part === 'deck' && (
          <>
            <Typography color="text.secondary" sx={{ mb: 1 }}>
              {T('deck_help')}
            </Typography>
            <InjectTable title={T('deck')} injects={document.deck} document={document} names={names} />
          </>
        )}
        {part === 'versions' && (
          <Card sx={{ p: 2.5 }}>
            <VersionTable scenario={scenario} onOpen={(versionId) => change('version', versionId)} />
          </Card>
        )}
      </Box>
    </Box>
  );
};
