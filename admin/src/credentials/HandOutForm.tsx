import { Alert, Box, Button, Card, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useLocation } from 'react-router';
import type { IssueCredentialsBody, IssuedCredentials } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { useErrorText } from '../shared/useErrorText.js';

type Who = 'selected' | 'all' | 'department';
type Kind = IssueCredentialsBody['kind'];

export const HandOutForm = ({ onIssued }: { onIssued: (issued: IssuedCredentials) => void }) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const selected = (useLocation().state as { personIds?: string[] } | null)?.personIds ?? [];
  const [who, setWho] = useState<Who>(selected.length ? 'selected' : 'all');
  const [kind, setKind] = useState<Kind>('link');
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => dataProvider.issueCredentials({ kind, ...audienceOf(who, selected, departmentId) }),
    onSuccess: onIssued,
  });
  const T = (key: string, values?: object) => translate(`credentials.${key}`, values);
  return (
    <Card sx={{ p: { xs: 2, md: 3 }, maxWidth: 680 }}>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {T('lead')}
      </Typography>
      {error && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {textOf(error)}
        </Alert>
      )}
      <Choice label={T('who')}>
        <RadioGroup value={who} onChange={(_event, value) => setWho(value as Who)}>
          {selected.length > 0 && (
            <FormControlLabel
              value="selected"
              control={<Radio />}
              label={T('who_selected', { smart_count: selected.length })}
            />
          )}
          <FormControlLabel value="all" control={<Radio />} label={T('who_all')} />
          <FormControlLabel value="department" control={<Radio />} label={T('who_department')} />
        </RadioGroup>
        {who === 'selected' && <Alert severity="info">{T('selected_warning')}</Alert>}
        {who === 'department' && (
          <DepartmentPicker
            label={translate('resources.people.fields.departmentId')}
            value={departmentId}
            onChange={setDepartmentId}
          />
        )}
      </Choice>
      <Choice label={T('kind')}>
        <RadioGroup value={kind} onChange={(_event, value) => setKind(value as Kind)}>
          {(['link', 'password'] as const).map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              sx={{ alignItems: 'flex-start', mb: 1, '& .MuiRadio-root': { mt: -0.75 } }}
              label={
                <>
                  <Typography component="span" sx={{ fontWeight: 600 }}>
                    {T(`kind_${one}`)}
                  </Typography>
                  <Typography
                    component="span"
                    variant="body2"
                    color="text.secondary"
                    sx={{ display: 'block' }}
                  >
                    {T(`kind_${one}_help`)}
                  </Typography>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Choice>
      <Button
        variant="contained"
        loading={isPending}
        disabled={who === 'department' && !departmentId}
        onClick={() => mutate()}
      >
        {T('make')}
      </Button>
      {isPending && kind === 'password' && (
        <Typography role="status" variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {T('making')}
        </Typography>
      )}
      {who === 'department' && !departmentId && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {T('choose_department')}
        </Typography>
      )}
    </Card>
  );
};

function audienceOf(
  who: Who,
  personIds: string[],
  departmentId: string | null,
): Omit<IssueCredentialsBody, 'kind'> {
  if (who === 'selected') return { personIds };
  return who === 'department' ? { departmentId: departmentId ?? undefined } : { allNeverSignedIn: true };
}

const Choice = ({ label, children }: { label: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ mb: 2.5 }}>
      <Typography id={id} variant="subtitle2" component="h2" sx={{ mb: 0.5 }}>
        {label}
      </Typography>
      {children}
    </Box>
  );
};
