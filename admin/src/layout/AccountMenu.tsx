import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import { Divider, IconButton, ListSubheader, Menu, MenuItem, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { request } from '../providers/http.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useMe } from '../shared/useMe.js';

export const AccountMenu = () => {
  const translate = useTranslate();
  const logout = useLogout();
  const notifyError = useNotifyError();
  const { me } = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const leaveEverywhere = () => request('POST', 'auth/sign-out-everywhere').then(() => logout(), notifyError);
  return (
    <>
      <Tooltip title={translate('shell.account')}>
        <IconButton
          edge="end"
          aria-label={translate('shell.account')}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <AccountCircleOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null && !!me}
        onClose={close}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': translate('shell.account'), sx: { minWidth: 240 } },
        }}
      >
        {me && (
          <ListSubheader
            disableSticky
            role="none"
            sx={{ px: 2, py: 1, maxWidth: 300, color: 'text.primary', lineHeight: 'inherit' }}
          >
            <Typography sx={{ fontWeight: 650 }}>{me.name}</Typography>
            <Typography variant="body2" color="text.secondary">
              {me.employeeNo} ·{' '}
              {me.roles.map((role) => translate(`role.${role}`)).join(translate('common.separator'))}
            </Typography>
            {me.scopeDepartment && (
              <Typography variant="caption" color="text.secondary" component="p">
                {translate('shell.scope', { department: me.scopeDepartment.name })}
              </Typography>
            )}
          </ListSubheader>
        )}
        <Divider component="li" role="none" />
        <MenuItem component="a" href="/">
          {translate('shell.learner_app')}
        </MenuItem>
        <MenuItem component={Link} to="/password" onClick={close}>
          {translate('shell.change_password')}
        </MenuItem>
        <MenuItem onClick={() => void leaveEverywhere()}>{translate('shell.sign_out_everywhere')}</MenuItem>
        <MenuItem onClick={() => void logout()}>{translate('shell.sign_out')}</MenuItem>
      </Menu>
    </>
  );
};
