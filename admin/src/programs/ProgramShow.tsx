import { Box, Button, Card, Chip, Link as MuiLink, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import type { ProgramDetail } from '../providers/contract.js';
import { listLink } from '../shared/listLink.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDetail } from '../shared/useDetail.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { useShortcut } from '../shared/useShortcut.js';
import { ArchiveButton } from './ArchiveButton.js';
import { Outline } from './Outline.js';
import { usePolicyText } from './usePolicyText.js';

export const ProgramShow = () => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const { can } = useMe();
  const { id = '' } = useParams();
  const { data: program, error, refetch } = useDetail<ProgramDetail>('programs', id);
  const T = (key: string, options?: object) => translate(`resources.programs.${key}`, options);
  const mayEdit = can('programs', 'edit') && !!program && program.archivedAt === null;
  useShortcut('e', () => void navigate(`/programs/${id}`), mayEdit);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!program) return <Skeleton variant="rounded" height={420} />;
  const { document } = program;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1180, '& > *': { minWidth: 0 } }}>
      <Title title={textIn(document.title)} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', pt: 1 }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 420px', maxWidth: 760, lineHeight: 1.7 }}>
          {textIn(document.summary)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Chip
          size="small"
          variant="outlined"
          color={program.archivedAt ? 'default' : 'success'}
          label={program.archivedAt ? T('archived') : T('v', { number: program.version.number })}
          sx={{ mt: 1 }}
        />
        {can('programs', 'edit') && <ArchiveButton program={program} />}
        {mayEdit && (
          <Button component={Link} to={`/programs/${id}`} aria-keyshortcuts="e">
            {T('edit')}
          </Button>
        )}
        {can('audience-rules', 'create') && !program.archivedAt && (
          <Button
            variant="contained"
            component={Link}
            to="/audience-rules/create"
            state={{ programId: program.id }}
          >
            {T('assign')}
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '3fr 2fr' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Section id="program-path" title={T('path')} help={T('path_help')}>
            <Outline items={document.path} />
          </Section>
          <Section
            id="program-refresher"
            title={T('refresher')}
            help={T(document.refresher.length ? 'refresher_help' : 'refresher_whole')}
          >
            {document.refresher.length > 0 && <Outline items={document.refresher} />}
          </Section>
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Policy program={program} />
          <Who program={program} />
          <Versions program={program} />
        </Box>
      </Box>
    </Box>
  );
};

interface SectionProps {
  id: string;
  title: string;
  help?: string;
  children?: ReactNode;
}

const Section = ({ id, title, help, children }: SectionProps) => (
  <Card component="section" aria-labelledby={id} sx={{ p: 2.5 }}>
    <Typography id={id} variant="subtitle2" component="h2">
      {title}
    </Typography>
    {help && (
      <Typography variant="body2" color="text.secondary" sx={{ mb: children ? 2 : 0 }}>
        {help}
      </Typography>
    )}
    {children}
  </Card>
);

const Policy = ({ program }: { program: ProgramDetail }) => {
  const translate = useTranslate();
  const policyText = usePolicyText();
  return (
    <Section id="program-policy" title={translate('resources.programs.holds')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75, lineHeight: 1.6 }}>
        {policyText(program.document).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Section>
  );
};

const Who = ({ program }: { program: ProgramDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.programs.${key}`, options);
  const links: [string, string][] = [
    ...(program.people && can('certification-people', 'list')
      ? [['to_people', listLink('certification-people', { programId: [program.id] })] as [string, string]]
      : []),
    ...(program.people && can('certification', 'list')
      ? [['to_board', `/certification?programId=${program.id}`] as [string, string]]
      : []),
    ...(program.rules && can('audience-rules', 'list')
      ? [
          ['to_rules', listLink('audience-rules', { programId: program.id, state: 'live' })] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  return (
    <Section id="program-who" title={T('who')}>
      <Typography>
        {program.people || program.rules
          ? T('in_it', { people: format.people(program.people), smart_count: program.rules })
          : T('nobody_in_it')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px', mt: 1.5 }}>
        {links.map(([name, to]) => (
          <MuiLink key={name} component={Link} to={to} sx={{ py: 0.5 }}>
            {T(name)}
          </MuiLink>
        ))}
      </Box>
    </Section>
  );
};

const Versions = ({ program }: { program: ProgramDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.programs.${key}`, options);
  return (
    <Section id="program-versions" title={T('versions')} help={T('versions_help')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {program.versions.map(({ id, number, publishedAt, publishedBy }) => (
          <li key={id}>
            <Box component="span" sx={{ fontWeight: 650, mr: 1 }}>
              {T('v', { number })}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {publishedBy
                ? T('published_on', { day: format.instant(publishedAt), name: publishedBy.name })
                : T('published_shipped', { day: format.instant(publishedAt) })}
            </Box>
          </li>
        ))}
      </Box>
    </Section>
  );
};
