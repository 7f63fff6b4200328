import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { apiUrl } from '../providers/http.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useReportWords } from './useReportWords.js';

const FORMATS = [
  ['pdf', 'PDF'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const;
const LANGUAGES = [
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const;

/** The report as a file, in either language whatever the screen speaks. */
export const ExportMenu = ({ runId }: { runId: string }) => {
  const { T } = useReportWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {T('export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {FORMATS.flatMap(([ending, format]) =>
          LANGUAGES.map(([locale, language]) => (
            <MenuItem
              key={`${ending} ${locale}`}
              component="a"
              href={apiUrl(`drill-runs/${runId}/report.${ending}`, { locale })}
              download
              onClick={close}
            >
              {T('export_item', { format, language: T(`language.${language}`) })}
            </MenuItem>
          )),
        )}
      </Menu>
    </>
  );
};

/** After this nobody can answer the hot wash any more, so it asks first. */
export const CloseButton = ({ runId }: { runId: string }) => {
  const { T } = useReportWords();
  const notify = useNotify();
  const client = useQueryClient();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.closeDrillReport(runId),
    onSuccess: (report) => {
      notify('drill_report.closed', { type: 'success' });
      client.setQueryData(['drill-report', runId], report);
    },
    onError: useNotifyError(),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{T('close')}</Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('close_title')}
        content={T('close_text')}
        confirm={T('close')}
        confirmColor="warning"
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
