import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useLogout, useTranslate } from 'react-admin';
import { PageFrame } from '../layout/PageFrame.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useLocale, useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { NoticeText } from './NoticeText.js';

/** Before anything else: what is done with one's data. Asked once for each version. */
export const NoticePage = () => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`notice_page.${key}`, values);
  const api = useDataProvider<ReadyroomDataProvider>();
  const textIn = useText();
  const locale = useLocale();
  const logout = useLogout();
  const textOf = useErrorText();
  const { reload } = useMe();
  const [isDeclined, setDeclined] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['my-notice'], queryFn: () => api.getMyNotice() });
  const accept = async (version: number) => {
    setBusy(true);
    setRefusal(null);
    try {
      await api.acceptMyNotice({ version, locale });
      await reload();
    } catch (refused) {
      setRefusal(refused);
      void refetch();
    }
    setBusy(false);
  };
  const notice = data?.notice;
  return (
    <PageFrame wide>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={320} />}
      {data && !notice && <Button onClick={() => void reload()}>{T('accept')}</Button>}
      {refusal !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {textOf(refusal)}
        </Alert>
      )}
      {notice && !isDeclined && (
        <>
          <Typography variant="h5" component="h1">
            {T('title')}
          </Typography>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {T(notice.version > 1 ? 'newer' : 'lead')}
          </Typography>
          <NoticeText text={textIn(notice.text)} level="h2" />
          {data.contacts.length > 0 && (
            <Typography sx={{ mt: 1 }}>
              {T('contacts', { names: data.contacts.join(translate('common.separator')) })}
            </Typography>
          )}
          <Button
            variant="contained"
            size="large"
            fullWidth
            loading={isBusy}
            sx={{ mt: 3 }}
            onClick={() => void accept(notice.version)}
          >
            {T('accept')}
          </Button>
          <Button fullWidth sx={{ mt: 1 }} onClick={() => setDeclined(true)}>
            {T('decline')}
          </Button>
        </>
      )}
      {data && notice && isDeclined && (
        <Box>
          <Typography variant="h5" component="h1" gutterBottom>
            {T('declined_title')}
          </Typography>
          <Typography sx={{ mb: 2 }}>
            {data.contacts.length > 0
              ? T('declined', { names: data.contacts.join(translate('common.separator')) })
              : T('declined_nobody')}
          </Typography>
          <Button variant="contained" fullWidth onClick={() => setDeclined(false)}>
            {T('back')}
          </Button>
          <Button fullWidth sx={{ mt: 1 }} onClick={() => void logout()}>
            {translate('shell.sign_out')}
          </Button>
        </Box>
      )}
    </PageFrame>
  );
};
