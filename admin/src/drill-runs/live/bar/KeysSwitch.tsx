import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import { Box, FormControlLabel, IconButton, Popover, Switch, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSingleKeys } from '../../../shared/useShortcut.js';

const KEYS = ['space', 'p', 'h', 'n', 'q', 'z'] as const;

/** Which keys act here, and whether they do. */
export const KeysSwitch = () => {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isOn, setOn] = useSingleKeys();
  const T = (key: string) => translate(`drill.keys.${key}`);
  return (
    <>
      <Tooltip title={T('title')}>
        <IconButton
          aria-label={T('title')}
          aria-haspopup="dialog"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <KeyboardOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': T('title'), sx: { p: 2, width: 300 } } }}
      >
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px' }}>
          {KEYS.map((key) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt">
                <kbd>{T(`${key}_key`)}</kbd>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {T(key)}
              </Box>
            </Box>
          ))}
        </Box>
        <FormControlLabel
          sx={{ mt: 1 }}
          control={<Switch checked={isOn} onChange={(_event, on) => setOn(on)} />}
          label={translate('shell.shortcuts_on')}
        />
        <Typography variant="body2" color="text.secondary">
          {translate('shell.shortcuts_help')}
        </Typography>
      </Popover>
    </>
  );
};
