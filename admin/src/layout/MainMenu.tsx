import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { useMe } from '../shared/useMe.js';
import { Brand } from './Brand.js';
import type { MenuEntry } from './menu.js';
import { useMenu } from './useMenu.js';

/** `onNavigate` closes the drawer that holds the menu on small screens. */
export const MainMenu = ({ onNavigate }: { onNavigate: () => void }) => {
  const translate = useTranslate();
  const groups = useMenu();
  const { me } = useMe();
  return (
    <Box
      component="nav"
      aria-label={translate('menu.label')}
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', pb: 2 }}
    >
      <Box sx={{ px: 2.5, pt: 2, pb: 1.5 }}>
        <Brand />
        <Typography
          variant="caption"
          color="text.secondary"
          noWrap
          component="p"
          sx={{ mt: 0.5 }}
          title={me?.organisation.name}
        >
          {me?.organisation.name}
        </Typography>
      </Box>
      {groups.map((group, index) => (
        <Box key={group.label ?? index} sx={{ mt: group.label === null && index > 0 ? 'auto' : 1 }}>
          {group.label && (
            <Typography
              id={group.label}
              component="h2"
              sx={{ px: 2.5, py: 0.5, fontSize: 12, fontWeight: 650, color: 'text.secondary' }}
            >
              {translate(group.label)}
            </Typography>
          )}
          <List dense disablePadding aria-labelledby={group.label ?? undefined}>
            {group.entries.map((entry) => (
              <MenuLine key={entry.to} entry={entry} onNavigate={onNavigate} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
};

interface LineProps {
  entry: MenuEntry;
  onNavigate: () => void;
}

const MenuLine = ({ entry: { to, label, icon: Icon }, onNavigate }: LineProps) => {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItem disablePadding sx={{ px: 1.25, py: '1px' }}>
      <ListItemButton
        component={Link}
        to={to}
        onClick={onNavigate}
        selected={isHere}
        aria-current={isHere ? 'page' : undefined}
        sx={{
          borderRadius: 1.5, minHeight: 36, py: 0.25, px: 1.25,
          '&.Mui-selected': { color: 'primary.main', '& .MuiListItemIcon-root': { color: 'primary.main' } },
        }} // prettier-ignore
      >
        <ListItemIcon sx={{ minWidth: 32 }}>
          <Icon fontSize="small" aria-hidden />
        </ListItemIcon>
        <ListItemText
          primary={translate(label, { smart_count: 2 })}
          slotProps={{ primary: { sx: { fontSize: 14, fontWeight: isHere ? 650 : 450 } } }}
        />
      </ListItemButton>
    </ListItem>
  );
};
