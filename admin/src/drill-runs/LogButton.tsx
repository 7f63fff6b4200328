import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { apiUrl } from '../providers/http.js';
import { useLocale } from '../shared/useLocale.js';

/** The log of a run as a file: a sheet to read, in the language of the screen, or what can be replayed. */
export const LogButton = ({ runId }: { runId: string }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('resources.drill-runs.log')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {(['xlsx', 'csv', 'json'] as const).map((format) => (
          <MenuItem
            key={format}
            component="a"
            href={apiUrl(`drill-runs/${runId}/log`, { format, locale })}
            download
            onClick={close}
          >
            {translate(format === 'json' ? 'resources.drill-runs.log_json' : `list.export_${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
