import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { apiUrl, type Query } from '../providers/http.js';
import { useLocale } from './useLocale.js';

interface Props {
  /** Route of the export below /api. */
  path: string;
  /** The filters and the sort on the screen: the file holds exactly these. */
  query: Query;
  label?: string;
  /** What the route can make, when it is no table of what the screen shows. */
  formats?: readonly ('pdf' | 'xlsx' | 'csv')[];
}
const TABLE = ['xlsx', 'csv'] as const;

/** Downloads what the screen shows, as CSV or xlsx, in the language of the screen. */
export const ExportButton = ({ path, query, label, formats = TABLE }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const text = label ?? translate('list.export');
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {text}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {formats.map((format) => (
          <MenuItem
            key={format}
            component="a"
            href={apiUrl(path, { ...query, format, locale })}
            download
            onClick={close}
          >
            {translate(`list.export_${format}`)}
          </MenuItem>
        ))}
        {formats === TABLE && (
          <Typography
            component="li"
            role="none"
            variant="caption"
            color="text.secondary"
            sx={{ px: 2, pb: 0.5, display: 'block' }}
          >
            {translate('list.export_same')}
          </Typography>
        )}
      </Menu>
    </>
  );
};
