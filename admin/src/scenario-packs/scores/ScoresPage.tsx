import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import GroupWorkOutlined from '@mui/icons-material/GroupWorkOutlined';
import { Alert, Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useNotify, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import type { ScenarioDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { apiUrl } from '../../providers/http.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { Notice } from '../../shared/Notice.js';
import { useDetail } from '../../shared/useDetail.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { FileField } from '../FileField.js';
import { PackFault } from '../PackFault.js';
import { Distribution } from './Distribution.js';

/** How runs of a scenario went in all organisations together, and the files by which they tell each other. */
export const ScoresPage = () => {
  const translate = useTranslate();
  const textIn = useText();
  const notify = useNotify();
  const { can } = useMe();
  const { id = '' } = useParams();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const scenario = useDetail<ScenarioDetail>('scenarios', id);
  const scores = useQuery({
    queryKey: ['score-distributions', id],
    queryFn: ({ signal }) => dataProvider.getScoreDistributions(id, signal),
  });
  const T = (key: string, options?: object) => translate(`score_numbers.${key}`, options);
  const upload = useMutation({
    mutationFn: (file: File) => dataProvider.uploadScoreNumbers(file),
    onSuccess: ({ signer: { name, trusted } }) => {
      notify(T(trusted ? 'taken' : 'taken_unknown', { name }), { type: trusted ? 'success' : 'info' });
      void scores.refetch();
    },
  });
  const failed = scenario.error ?? scores.error;
  if (failed)
    return (
      <LoadFailed
        error={failed}
        onRetry={() => void (scenario.error ? scenario.refetch() : scores.refetch())}
      />
    );
  if (!scenario.data || !scores.data) return <Skeleton variant="rounded" height={420} />;
  const { metrics, members, minMembers, minRuns, own } = scores.data;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1280, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('title', { title: textIn(scenario.data.title) })} />
      <Typography color="text.secondary" sx={{ maxWidth: 780, lineHeight: 1.7 }}>
        {T('lead', { min: minMembers })}
      </Typography>
      <Alert severity="info" icon={false} variant="outlined" sx={{ bgcolor: 'background.paper' }}>
        {T('members', { smart_count: members })}
      </Alert>
      {metrics.length === 0 ? (
        <Notice
          icon={GroupWorkOutlined}
          title={T('empty.title')}
          text={T('empty.text', { min: minMembers })}
        />
      ) : (
        <Box
          sx={{ display: 'grid', gap: 2, gridTemplateColumns: { lg: '1fr 1fr' }, '& > *': { minWidth: 0 } }}
        >
          {metrics.map((metric) => (
            <Distribution key={`${metric.key} ${metric.unit}`} metric={metric} />
          ))}
        </Box>
      )}
      <Card
        component="section"
        aria-label={T('give.title')}
        sx={{ p: 2.5, display: 'grid', gap: 1.5, justifyItems: 'start' }}
      >
        <Typography variant="subtitle2" component="h2">
          {T('give.title')}
        </Typography>
        <Typography variant="body2">{T(own ? 'give.text' : 'give.too_few', { min: minRuns })}</Typography>
        {own && (
          <Button
            component="a"
            href={apiUrl(`scenarios/${id}/score-numbers`)}
            download
            variant="outlined"
            startIcon={<DownloadOutlined />}
          >
            {T('give.save')}
          </Button>
        )}
      </Card>
      {can('scenario-packs', 'create') && (
        <>
          {upload.error && <PackFault error={upload.error} />}
          <FileField
            choose={T('take.choose')}
            accept=".json,application/json"
            hint={T('take.hint')}
            reading={upload.isPending ? upload.variables.name : null}
            onFile={(file) => upload.mutate(file)}
          />
        </>
      )}
    </Box>
  );
};
