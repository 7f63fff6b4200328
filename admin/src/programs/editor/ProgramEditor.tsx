import {
  Alert,
  Box,
  Button,
  Card,
  FormControlLabel,
  Skeleton,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { ProgramDetail, ProgramDocument } from '../../providers/contract.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { UnsavedChanges } from '../../shared/UnsavedChanges.js';
import { useDetail } from '../../shared/useDetail.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useText } from '../../shared/useLocale.js';
import { EMPTY, slugOf } from './draft.js';
import { FaultList } from './FaultList.js';
import { ItemTree } from './ItemTree.js';
import { PolicyFields } from './PolicyFields.js';
import { PublishButton } from './PublishButton.js';
import { TextPair } from './TextPair.js';
import { useProgramCheck, type Check } from './useProgramCheck.js';

export const NewProgram = () => <Editor program={null} />;

export const EditProgram = () => {
  const { id = '' } = useParams();
  const { data: program, error, refetch } = useDetail<ProgramDetail>('programs', id);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!program) return <Skeleton variant="rounded" height={420} />;
  return <Editor key={program.id} program={program} />;
};

const Editor = ({ program: given }: { program: ProgramDetail | null }) => {
  const translate = useTranslate();
  const textIn = useText();
  // What was opened stays what is edited: a version published meanwhile by somebody else is refused, not overwritten.
  const [program] = useState(given);
  const [document, setDocument] = useState<ProgramDocument>(program?.document ?? EMPTY);
  const [ownSlug, setSlug] = useState<string | null>(null);
  const slug = program?.slug ?? ownSlug ?? slugOf(document.title.en);
  const check = useProgramCheck(document, program ? null : slug, program?.id ?? null);
  const change = (part: Partial<ProgramDocument>) => setDocument((before) => ({ ...before, ...part }));
  const T = (key: string, values?: object) => translate(`programs_editor.${key}`, values);
  const isUnchanged = JSON.stringify(document) === JSON.stringify(program?.document ?? EMPTY);
  const at = (path: string) => check.faults.filter((fault) => fault.path === path);
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 980, pb: 10, '& > *': { minWidth: 0 } }}>
      <UnsavedChanges when={!isUnchanged} />
      <Title title={program ? T('edit_title', { title: textIn(program.document.title) }) : T('new_title')} />
      {program && (
        <Typography color="text.secondary" sx={{ pt: 1 }}>
          {T('based_on', { number: program.version.number })}
        </Typography>
      )}
      <Section id="about" title={T('about')}>
        <TextPair name="title" value={document.title} onChange={(title) => change({ title })} />
        <TextPair
          name="summary"
          value={document.summary}
          onChange={(summary) => change({ summary })}
          multiline
        />
        {!program && (
          <>
            <TextField
              label={T('slug')}
              helperText={T('slug_help')}
              value={slug}
              onChange={(event) => setSlug(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 60 } }}
            />
            {slug !== '' && <FaultList faults={at('slug')} />}
          </>
        )}
      </Section>
      <Section
        id="path"
        title={translate('resources.programs.path')}
        help={`${translate('resources.programs.path_help')} ${T('keys_help')}`}
      >
        <ItemTree
          name="path"
          items={document.path}
          onChange={(path) => change({ path })}
          faults={check.faults}
        />
      </Section>
      <Section id="refresher" title={translate('resources.programs.refresher')}>
        <Refresher document={document} onChange={change} check={check} />
      </Section>
      <Section id="policy" title={translate('resources.programs.holds')}>
        <PolicyFields document={document} onChange={change} faults={check.faults} />
      </Section>
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          flexWrap: 'wrap',
          bgcolor: 'background.default',
          borderTop: 1,
          borderColor: 'divider',
          py: 1.5,
          zIndex: 2,
        }}
      >
        <PublishButton
          document={document}
          slug={slug}
          program={program}
          check={check}
          disabled={isUnchanged}
        />
        <Button component={Link} to={program ? `/programs/${program.id}/show` : '/programs'}>
          {translate('common.cancel')}
        </Button>
        <CheckState check={check} isUnchanged={isUnchanged} />
      </Box>
    </Box>
  );
};

const Refresher = ({
  document,
  onChange,
  check,
}: {
  document: ProgramDocument;
  onChange: (part: Partial<ProgramDocument>) => void;
  check: Check;
}) => {
  const translate = useTranslate();
  const [isOwn, setOwn] = useState(document.refresher.length > 0);
  return (
    <>
      <FormControlLabel
        label={translate('programs_editor.own_refresher')}
        control={
          <Switch
            checked={isOwn}
            onChange={(_event, on) => {
              setOwn(on);
              if (!on) onChange({ refresher: [] });
            }}
          />
        }
      />
      {isOwn ? (
        <ItemTree
          name="refresher"
          items={document.refresher}
          onChange={(refresher) => onChange({ refresher })}
          faults={check.faults}
        />
      ) : (
        <Typography variant="body2" color="text.secondary">
          {translate('resources.programs.refresher_whole')}
        </Typography>
      )}
    </>
  );
};

const CheckState = ({ check, isUnchanged }: { check: Check; isUnchanged: boolean }) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  const T = (key: string, values?: object) => translate(`programs_editor.${key}`, values);
  const places = new Set(check.faults.map(({ path }) => path)).size;
  if (check.error) return <Alert severity="error">{textOf(check.error)}</Alert>;
  return (
    <Typography role="status" variant="body2" color={places && !isUnchanged ? 'error' : 'text.secondary'}>
      {isUnchanged
        ? T('unchanged')
        : places
          ? T('faults', { smart_count: places })
          : check.isChecking
            ? T('checking')
            : T('sound')}
    </Typography>
  );
};

const Section = ({
  id,
  title,
  help,
  children,
}: {
  id: string;
  title: string;
  help?: string;
  children: ReactNode;
}) => (
  <Card component="section" aria-labelledby={`program-${id}`} sx={{ p: 2.5 }}>
    <Typography id={`program-${id}`} variant="subtitle2" component="h2" sx={{ mb: help ? 0 : 1 }}>
      {title}
    </Typography>
    {help && (
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {help}
      </Typography>
    )}
    {children}
  </Card>
);
