import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';
import { maskPhone } from '../shared/format.js';
import { useDepartments } from '../shared/useDepartments.js';
import { useFormat } from '../shared/useFormat.js';
import { BouncedAddress } from './BouncedAddress.js';

/** What is known about a person; empty fields are left out. */
export const PersonFacts = ({ person }: { person: Person }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { byId } = useDepartments();
  const facts: [string, string | null | undefined][] = [
    ['englishName', person.englishName],
    ['email', person.email],
    ['phone', person.phone && maskPhone(person.phone)],
    ['managerId', person.manager && `${person.manager.name} · ${person.manager.employeeNo}`],
    ['hireDate', person.hireDate && format.day(person.hireDate)],
    ['departmentSince', person.departmentSince && format.day(person.departmentSince)],
    ['tags', person.tags.join(translate('common.separator'))],
    ['location', person.location],
    ['timeZone', person.timeZone],
    ['locale', translate(`locale.${person.locale}`)],
    ['status', translate(`person_status.${person.status}`)],
    ['signInState', translate(`sign_in_state.${person.signInState}`)],
    ['lastSignInAt', person.lastSignInAt ? format.instant(person.lastSignInAt) : translate('common.never')],
    ['roles', person.roles.map((role) => translate(`role.${role}`)).join(translate('common.separator'))],
    ['scopeDepartmentId', person.scopeDepartmentId && byId.get(person.scopeDepartmentId)?.path],
  ];
  return (
    <>
      <BouncedAddress person={person} />
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '9.5em 1fr', gap: '8px 16px', m: 0 }}>
        {facts
          .filter(([, value]) => value)
          .map(([field, value]) => (
            <Box key={field} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {translate(`resources.people.fields.${field}`)}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Box>
            </Box>
          ))}
      </Box>
    </>
  );
};
