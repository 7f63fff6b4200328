import Close from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import type { Person } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { listLink } from '../shared/listLink.js';
import { TierChip } from '../shared/TierChip.js';
import { useMe } from '../shared/useMe.js';
import { useShortcut } from '../shared/useShortcut.js';
import { usePersonDrawer } from '../shared/usePersonDrawer.js';
import { PersonPrograms } from '../certification/index.js';
import { EraseButton } from '../privacy/index.js';
import { PersonCertificates } from './PersonCertificates.js';
import { PersonFacts } from './PersonFacts.js';
import { PersonTraining } from './PersonTraining.js';
import { SignOutPersonButton } from './SignOutPersonButton.js';

/** Quick profile over any screen: profile, training, programs, certificates. */
export const PersonDrawer = () => {
  const translate = useTranslate();
  const { personId, close } = usePersonDrawer();
  return (
    <Drawer
      anchor="right"
      open={personId !== null}
      onClose={close}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': translate('resources.people.profile_of'),
          sx: { width: { xs: '100%', sm: 460 } },
        },
      }}
    >
      {personId && <Profile id={personId} key={personId} onClose={close} />}
    </Drawer>
  );
};

const TABS = ['data', 'training', 'programs', 'certificates'] as const;
/** Resource whose list permission opens a tab. */
const BEHIND: Record<(typeof TABS)[number], string> = {
  data: 'people',
  training: 'completion',
  programs: 'certification',
  certificates: 'certificates',
};

const Profile = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const translate = useTranslate();
  const { can } = useMe();
  const navigate = useNavigate();
  const [tab, setTab] = useState<(typeof TABS)[number]>('data');
  const { data: person, error, refetch } = useGetOne<Person>('people', { id });
  useShortcut('e', () => void navigate(`/people/${id}`), can('people', 'edit'), true);
  const tabs = TABS.filter((one) => can(BEHIND[one], 'list'));
  const closeButton = (
    <IconButton onClick={onClose} aria-label={translate('resources.people.close_drawer')}>
      <Close />
    </IconButton>
  );
  if (error)
    return (
      <>
        <Box sx={{ p: 2.5, pb: 0, textAlign: 'right' }}>{closeButton}</Box>
        <LoadFailed error={error} onRetry={() => void refetch()} />
      </>
    );
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', p: 2.5, pb: 1, gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h5" component="h2">
            {person?.name ?? <Skeleton width={120} />}
          </Typography>
          <Typography color="text.secondary">
            {person ? (
              [person.employeeNo, person.position, person.department.path].filter(Boolean).join(' · ')
            ) : (
              <Skeleton />
            )}
          </Typography>
          {person && (
            <Box sx={{ mt: 1 }}>
              <TierChip tier={person.tier} />
            </Box>
          )}
        </Box>
        {closeButton}
      </Box>
      <Tabs
        value={tab}
        onChange={(_event, value: (typeof TABS)[number]) => setTab(value)}
        aria-label={translate('resources.people.profile_of')}
        sx={{ px: 1.5, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((one) => (
          <Tab
            key={one}
            value={one}
            id={`profile-${one}`}
            aria-controls="profile-panel"
            label={translate(`resources.people.tab.${one}`)}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id="profile-panel"
        aria-labelledby={`profile-${tab}`}
        tabIndex={0}
        sx={{ flex: 1, overflow: 'auto', p: 2.5 }}
      >
        {!person && <Skeleton variant="rounded" height={220} />}
        {person && tab === 'data' && <PersonFacts person={person} />}
        {person && tab === 'training' && <PersonTraining personId={person.id} />}
        {person && tab === 'programs' && <PersonPrograms personId={person.id} />}
        {person && tab === 'certificates' && <PersonCertificates personId={person.id} />}
      </Box>
      {person && can('people', 'edit') && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
          <Button component={Link} to={`/people/${person.id}`} variant="contained">
            {translate('common.edit')}
          </Button>
          {can('audience-rules', 'create') && (
            <Button component={Link} to="/audience-rules/create" state={{ personIds: [person.id] }}>
              {translate('resources.people.assign')}
            </Button>
          )}
          <Button component={Link} to="/credentials" state={{ personIds: [person.id] }}>
            {translate('resources.people.hand_out')}
          </Button>
          {(['evidence', 'audit'] as const)
            .filter((one) => can(one, 'list'))
            .map((one) => (
              <Button key={one} component={Link} to={listLink(one, { personId: person.id })}>
                {translate(`resources.${one}.name`)}
              </Button>
            ))}
          {person.status === 'left' && can('privacy', 'erase') ? (
            <EraseButton personId={person.id} />
          ) : (
            <SignOutPersonButton person={person} />
          )}
        </Box>
      )}
    </>
  );
};
