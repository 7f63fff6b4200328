import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { apiUrl } from '../providers/http.js';
import { useLocale } from '../shared/useLocale.js';

export const TemplateButton = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('resources.people-imports.template')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <MenuItem
            key={format}
            component="a"
            href={apiUrl('people-imports/template', { format, locale })}
            download
            onClick={close}
          >
            {translate(`resources.people-imports.template_${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
