import { Alert, Box, Button, Card, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { unknownPlaceholders } from '@readyroom/contract';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { PrivacyNotices, Text } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { NoticeText } from './NoticeText.js';

const KEY = ['privacy-notices'];

/** The notice: what is shown now, who has read it, and the next version. */
export const NoticeTab = () => {
  const translate = useTranslate();
  const textIn = useText();
  const { instant } = useFormat();
  const { can } = useMe();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.listPrivacyNotices(signal),
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const [newest] = data.items;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 900 }}>
      <Typography color="text.secondary" sx={{ lineHeight: 1.7 }}>
        {translate('privacy.notice_lead')}
      </Typography>
      {!newest && <Alert severity="warning">{translate('privacy.notice_none')}</Alert>}
      {newest && (
        <Alert severity={data.waiting > 0 ? 'info' : 'success'}>
          {translate('privacy.notice_waiting', data.waiting)}
        </Alert>
      )}
      {data.items.map(({ version, text, publishedAt, publishedBy, accepted }) => (
        <Card
          key={version}
          component="details"
          open={version === newest?.version && !can('privacy', 'edit')}
          sx={{ p: 2 }}
        >
          <summary>
            {translate('privacy.notice_version', {
              version,
              date: instant(publishedAt),
              name: publishedBy?.name ?? translate('privacy.notice_product'),
            })}
            {' · '}
            {translate('privacy.notice_accepted', accepted)}
          </summary>
          <NoticeText text={textIn(text)} level="h3" />
        </Card>
      ))}
      {can('privacy', 'edit') && <NextVersion key={newest?.version ?? 0} notices={data} />}
    </Box>
  );
};

const NextVersion = ({ notices }: { notices: PrivacyNotices }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const textOf = useErrorText();
  const client = useQueryClient();
  const api = useDataProvider<ReadyroomDataProvider>();
  const before = notices.items[0];
  const version = (before?.version ?? 0) + 1;
  const [text, setText] = useState<Text>(before?.text ?? { zh: '', en: '' });
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.publishPrivacyNotice({ version, text }),
    onSuccess: (saved) => {
      client.setQueryData(KEY, saved);
      notify('privacy.notice_published', { type: 'success' });
    },
  });
  const isSame = before?.text.zh === text.zh && before.text.en === text.en;
  const unknown = unknownPlaceholders(text.zh + text.en);
  return (
    <Card sx={{ p: 2, display: 'grid', gap: 1 }}>
      {(['zh', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={translate(`privacy.notice_${language}`)}
          value={text[language]}
          onChange={(event) => setText({ ...text, [language]: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 20_000, lang: language === 'zh' ? 'zh-CN' : 'en' } }}
          multiline
          minRows={6}
          maxRows={18}
          required
        />
      ))}
      <Typography variant="body2" color="text.secondary">
        {translate('privacy.notice_form')}
      </Typography>
      {unknown.length > 0 && (
        <Alert severity="error">
          {translate('privacy.notice_unknown', { names: unknown.join(translate('common.separator')) })}
        </Alert>
      )}
      {error && <Alert severity="error">{textOf(error)}</Alert>}
      <Box>
        <Button
          variant="contained"
          loading={isPending}
          disabled={isSame || unknown.length > 0 || !text.zh.trim() || !text.en.trim()}
          onClick={() => setAsking(true)}
        >
          {translate('privacy.notice_publish', { version })}
        </Button>
      </Box>
      <Confirm
        isOpen={isAsking}
        title={translate('privacy.notice_publish', { version })}
        content={translate('privacy.notice_confirm')}
        onConfirm={() => {
          setAsking(false);
          mutate();
        }}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
};
