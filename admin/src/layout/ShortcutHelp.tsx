import { Box, Dialog, DialogContent, DialogTitle, FormControlLabel, Switch, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSingleKeys } from '../shared/useShortcut.js';

const KEYS: readonly (readonly [string, string])[] = [
  ['⌘K / Ctrl K', 'shell.key_palette'],
  ['/', 'shell.key_search'],
  ['c', 'shell.key_create'],
  ['e', 'shell.key_edit'],
  ['?', 'shell.key_help'],
  ['Esc', 'shell.key_close'],
];

export const ShortcutHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const translate = useTranslate();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="shortcut-help">
      <DialogTitle id="shortcut-help">{translate('shell.help')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '10px 20px', m: 0, mb: 2.5 }}
        >
          {KEYS.map(([key, text]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Box
                  component="kbd"
                  sx={{
                    px: 0.75,
                    py: 0.25,
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: 1,
                    fontSize: 13,
                  }}
                >
                  {key}
                </Box>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {translate(text)}
              </Box>
            </Box>
          ))}
        </Box>
        <FormControlLabel
          control={<Switch checked={singleKeys} onChange={(_event, on) => setSingleKeys(on)} />}
          label={translate('shell.shortcuts_on')}
        />
        <Typography variant="body2" color="text.secondary">
          {translate('shell.shortcuts_help')}
        </Typography>
      </DialogContent>
    </Dialog>
  );
};
