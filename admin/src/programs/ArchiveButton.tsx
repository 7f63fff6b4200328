import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { ProgramDetail } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';

/** Archives after asking; takes an archived program up again at once. */
export const ArchiveButton = ({ program }: { program: ProgramDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`resources.programs.${key}`, options);
  const isArchived = program.archivedAt !== null;
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      isArchived ? dataProvider.restoreProgram(program.id) : dataProvider.archiveProgram(program.id),
    onSuccess: () => notify(T(isArchived ? 'restored_done' : 'archived_done'), { type: 'success' }),
    onError: useNotifyError(),
    onSettled: () => {
      setAsking(false);
      refresh();
    },
  });
  return (
    <>
      <Button loading={isPending} onClick={() => (isArchived ? mutate() : setAsking(true))}>
        {T(isArchived ? 'restore' : 'archive')}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('archive_title')}
        content={T('archive_text', { people: format.people(program.people) })}
        confirm={T('archive')}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
