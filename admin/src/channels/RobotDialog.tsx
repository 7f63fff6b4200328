import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Switch,
  TextField,
} from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { Locale, Robot, RobotKind } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useLocale } from '../shared/useLocale.js';

const KINDS = ['wecom', 'dingtalk', 'feishu', 'slack', 'teams'] as const satisfies readonly RobotKind[];
const SIGNING: readonly RobotKind[] = ['dingtalk', 'feishu'];

/** Adds a robot or changes one. Address and secret are only ever written. */
export const RobotDialog = ({ robot, onClose }: { robot: Robot | null; onClose: () => void }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const textOf = useErrorText();
  const mine = useLocale();
  const [kind, setKind] = useState<RobotKind>(robot?.kind ?? 'wecom');
  const [name, setName] = useState(robot?.name ?? '');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const [unsigned, setUnsigned] = useState(false);
  const [locale, setLocale] = useState<Locale>(robot?.locale ?? mine);
  const [active, setActive] = useState(robot?.active ?? true);
  const T = (key: string, options?: object) => translate(`channels.${key}`, options);
  const save = useMutation({
    mutationFn: () => {
      const common = { name: name.trim(), locale, active };
      if (!robot) return api.createRobot({ ...common, kind, url: url.trim(), secret: secret.trim() || null });
      return api.updateRobot(robot.id, {
        ...common,
        ...(url.trim() && { url: url.trim() }),
        ...(unsigned ? { secret: null } : secret.trim() && { secret: secret.trim() }),
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['channels'] });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="robot-title" fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <DialogTitle id="robot-title">
          {robot ? T('edit_title', { name: robot.name }) : T('add_title')}
        </DialogTitle>
        <DialogContent>
          {save.error && <Alert severity="error">{textOf(save.error)}</Alert>}
          {!robot && (
            <TextField
              select
              fullWidth
              label={T('kind')}
              value={kind}
              onChange={(event) => setKind(event.target.value as RobotKind)}
            >
              {KINDS.map((one) => (
                <MenuItem key={one} value={one}>
                  {T(`kinds.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField
            fullWidth
            required
            label={T('name')}
            helperText={T('name_help')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <TextField
            fullWidth
            required={!robot}
            type="url"
            label={T('url')}
            helperText={robot ? T('url_keep', { host: robot.host }) : T('url_help')}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 1000, autoComplete: 'off' } }}
          />
          {SIGNING.includes(kind) && (
            <TextField
              fullWidth
              type="password"
              label={T('secret')}
              helperText={robot?.signed ? T('secret_keep') : T('secret_help')}
              value={secret}
              disabled={unsigned}
              onChange={(event) => setSecret(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'new-password' } }}
            />
          )}
          {robot?.signed && (
            <FormControlLabel
              control={<Switch checked={unsigned} onChange={(_event, on) => setUnsigned(on)} />}
              label={T('secret_remove')}
            />
          )}
          <TextField
            select
            fullWidth
            label={T('language')}
            value={locale}
            onChange={(event) => setLocale(event.target.value as Locale)}
          >
            <MenuItem value="zh-CN">{T('zh')}</MenuItem>
            <MenuItem value="en">{T('en')}</MenuItem>
          </TextField>
          <FormControlLabel
            control={<Switch checked={active} onChange={(_event, on) => setActive(on)} />}
            label={T('active')}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            loading={save.isPending}
            disabled={!name.trim() || (!robot && !url.trim())}
          >
            {translate('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
