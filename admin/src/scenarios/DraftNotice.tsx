import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { ScenarioDetail, ScenarioVersion } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { useShortcut } from '../shared/useShortcut.js';

interface Props {
  scenario: ScenarioDetail;
  draft: ScenarioVersion;
  isShown: boolean;
}

/** A draft waits: where it came from, the way to look at it and the way to publish it. */
export const DraftNotice = ({ scenario, draft, isShown }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.scenarios.draft.${key}`, options);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      icon={false}
      sx={{ bgcolor: 'background.paper', '& .MuiAlert-message': { width: 1 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 320px', color: 'text.primary' }}>
          <AlertTitle component="h2" sx={{ fontSize: '1rem', fontWeight: 650, mb: 0.25 }}>
            {T('title', { number: draft.number })}
          </AlertTitle>
          {T('imported', {
            instant: format.instant(draft.importedAt),
            origin: translate(`resources.scenarios.origin.${draft.origin}`),
          })}
        </Box>
        {!isShown && (
          <Button component={Link} to={`?version=${draft.id}&part=msel`}>
            {T('open')}
          </Button>
        )}
        {can('scenarios', 'publish') && <PublishButton scenario={scenario} draft={draft} />}
      </Box>
    </Alert>
  );
};

const PublishButton = ({ scenario, draft: { id, number } }: Omit<Props, 'isShown'>) => {
  const translate = useTranslate();
  const textIn = useText();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`resources.scenarios.publish.${key}`, options);
  useShortcut('mod+enter', () => setAsking(true), !isAsking);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.publishScenarioVersion(id),
    onSuccess: () => notify(T('done', { number }), { type: 'success' }),
    onError: useNotifyError(),
    onSettled: () => {
      setAsking(false);
      // Also after a refusal: somebody else may have published it meanwhile.
      refresh();
    },
  });
  return (
    <>
      <Button
        variant="contained"
        onClick={() => setAsking(true)}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {T('button', { number })}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('title', { number, title: textIn(scenario.title) })}
        content={
          <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1, lineHeight: 1.6 }}>
            {(['new_runs', 'old_runs', 'forever'] as const).map((key) => (
              <li key={key}>{T(key, { number })}</li>
            ))}
          </Box>
        }
        confirm={T('button', { number })}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
