import { Box, Card, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import type { ScenarioPackDetail } from '../../providers/contract.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useDetail } from '../../shared/useDetail.js';
import { useText } from '../../shared/useLocale.js';
import { Decisions } from '../Decisions.js';
import { PackContents } from './PackContents.js';
import { PackOrigin } from './PackOrigin.js';
import { PackState } from './PackState.js';
import { PackTarget } from './PackTarget.js';

/** A pack laid open before anybody decides about it: who signed it, what it changes, what the check says, what is in it. */
export const PackShow = () => {
  const translate = useTranslate();
  const textIn = useText();
  const { id = '' } = useParams();
  const { data: pack, error, refetch } = useDetail<ScenarioPackDetail>('scenario-packs', id);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!pack) return <Skeleton variant="rounded" height={520} />;
  const T = (key: string) => translate(`scenario_pack.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1280, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={textIn(pack.document.title)} />
      <PackState pack={pack} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: '1fr 1fr' },
          alignItems: 'start',
          '& > *': { minWidth: 0 },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
          <Section title={T('origin.title')}>
            <PackOrigin pack={pack} />
          </Section>
          <Section title={T('decisions.title')}>
            <Decisions decisions={pack.decisions} />
          </Section>
        </Box>
        <Section title={T('target.title')}>
          <PackTarget pack={pack} />
        </Section>
      </Box>
      <PackContents document={pack.document} warnings={pack.warnings} />
    </Box>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card component="section" aria-label={title} sx={{ p: 2.5, minWidth: 0 }}>
    <Typography variant="subtitle2" component="h2" sx={{ mb: 1.5 }}>
      {title}
    </Typography>
    {children}
  </Card>
);
