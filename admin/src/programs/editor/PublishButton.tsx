import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { ProgramDetail, ProgramDocument } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { SAVED } from '../../shared/UnsavedChanges.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import type { Check } from './useProgramCheck.js';

interface Props {
  document: ProgramDocument;
  slug: string;
  /** The program that gets a further version; null = a new one. */
  program: ProgramDetail | null;
  check: Check;
  disabled: boolean;
}

/** Publishes after saying for how many people what changes, and that there is no way back. */
export const PublishButton = ({ document, slug, program, check, disabled }: Props) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const format = useFormat();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, values?: object) => translate(`programs_editor.${key}`, values);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      program
        ? dataProvider.publishProgram(program.id, { document, basedOn: program.version.id })
        : dataProvider.createProgram({ slug, document }),
    onSuccess: ({ id }) => {
      notify(T('published'), { type: 'success' });
      void navigate(`/programs/${id}/show`, { state: SAVED });
    },
  });
  const close = () => {
    setAsking(false);
    reset();
  };
  const { follows = 0, keeps = 0 } = check.answer ?? {};
  const consequences = program
    ? [
        follows
          ? T('consequence.follows', { people: format.people(follows) })
          : T('consequence.follows_nobody'),
        ...(keeps ? [T('consequence.keeps', { people: format.people(keeps) })] : []),
        T('consequence.forever'),
      ]
    : [T('consequence.first'), T('consequence.forever')];
  return (
    <>
      <Button
        variant="contained"
        disabled={disabled || check.faults.length > 0 || !check.answer}
        onClick={() => setAsking(true)}
      >
        {T('publish')}
      </Button>
      <Dialog open={isAsking} onClose={close} maxWidth="sm" fullWidth aria-labelledby="publish-program">
        <DialogTitle id="publish-program">
          {program ? T('publish_next', { number: program.version.number + 1 }) : T('publish_first')}
        </DialogTitle>
        <DialogContent>
          {error && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {textOf(error)}
            </Alert>
          )}
          <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1, lineHeight: 1.6 }}>
            {consequences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('common.cancel')}</Button>
          <Button variant="contained" loading={isPending} onClick={() => mutate()}>
            {T('publish')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
