import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { QrCode } from '../shared/QrCode.js';

/** How people get in: the code large enough to be read across a room, the link, and both as a picture. */
export const JoinCard = ({ code }: { code: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const T = (key: string, options?: object) => translate(`resources.drill-runs.join.${key}`, options);
  const link = `${window.location.origin}/drills/join/${code}`;
  const copy = async () => {
    // Without TLS browsers have no clipboard; the link can be selected.
    await navigator.clipboard?.writeText(link).then(() => notify('common.copied', { type: 'success' }));
  };
  return (
    <Card component="section" aria-labelledby="run-join" sx={{ p: 2.5, textAlign: 'center' }}>
      <Typography id="run-join" variant="subtitle2" component="h2">
        {T('title')}
      </Typography>
      <Typography
        component="p"
        sx={{ fontSize: 44, fontWeight: 700, letterSpacing: '0.14em', fontFamily: 'ui-monospace, monospace' }}
      >
        {code}
      </Typography>
      <Box sx={{ maxWidth: 180, mx: 'auto', my: 1 }}>
        <QrCode text={link} label={T('qr', { link })} />
      </Box>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
        {link}
      </Typography>
      {window.isSecureContext && (
        <Button size="small" startIcon={<ContentCopyOutlined />} onClick={() => void copy()}>
          {translate('common.copy')}
        </Button>
      )}
    </Card>
  );
};
