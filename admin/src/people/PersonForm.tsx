import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { AutocompleteInput, CheckboxGroupInput, DateInput, email, maxLength, minLength, ReferenceInput, regex, required, SelectInput, SimpleForm, TextInput, useRecordContext, useTranslate } from 'react-admin'; // prettier-ignore
import type { Person } from '../providers/contract.js';
import { DepartmentTreeInput } from '../shared/DepartmentTreeInput.js';
import { FormToolbar } from '../shared/FormToolbar.js';
import { useChoices } from '../shared/useChoices.js';
import { useMe } from '../shared/useMe.js';
import { BouncedAddress } from './BouncedAddress.js';
import { TagsInput } from './TagsInput.js';

const NAMED = [required(), maxLength(50)];
/** Sign-in takes an e-mail address or an employee number: one must not look like the other. */
const EMPLOYEE_NO = [...NAMED, regex(/^[^@]*$/, 'resources.people.help.no_at')];
const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id }));
const inputOf = (person?: Person) => (person ? `${person.name} · ${person.employeeNo}` : '');

export const FORM_WIDTH = { maxWidth: 920 };

/** The fields of a person; access roles are for those who may grant them. */
export const PersonForm = ({ isNew = false }: { isNew?: boolean }) => {
  const choices = useChoices();
  const person = useRecordContext<Person>();
  const { can } = useMe();
  return (
    <SimpleForm
      toolbar={<FormToolbar back="/people" />}
      defaultValues={isNew ? { locale: 'zh-CN', tier: 'frontline' } : undefined}
      warnWhenUnsavedChanges
    >
      {!isNew && person && <BouncedAddress person={person} />}
      <Section title="who">
        <TextInput source="name" validate={NAMED} />
        <TextInput source="englishName" validate={maxLength(100)} />
        <TextInput source="employeeNo" validate={EMPLOYEE_NO} helperText="resources.people.help.employeeNo" />
        <TextInput source="email" type="email" validate={[email(), maxLength(320)]} />
        <TextInput source="phone" type="tel" validate={maxLength(30)} />
        <SelectInput source="locale" choices={choices.locales} validate={required()} />
      </Section>
      <Section title="work">
        <DepartmentTreeInput source="departmentId" validate={required()} isRequired />
        <SelectInput
          source="tier"
          choices={choices.tiers}
          validate={required()}
          helperText="resources.people.help.tier"
        />
        <TextInput source="position" validate={maxLength(100)} />
        <ReferenceInput
          source="managerId"
          reference="people"
          perPage={20}
          sort={{ field: 'name', order: 'ASC' }}
        >
          <AutocompleteInput
            label="resources.people.fields.managerId"
            optionText={inputOf}
            filterToQuery={(q: string) => ({ q })}
          />
        </ReferenceInput>
        <DateInput source="hireDate" />
        <TagsInput />
        <TextInput source="location" validate={maxLength(100)} />
        <AutocompleteInput
          source="timeZone"
          choices={TIME_ZONES}
          helperText="resources.people.help.timeZone"
        />
        {!isNew && (
          <SelectInput
            source="status"
            choices={choices.statuses}
            validate={required()}
            helperText="resources.people.help.status"
          />
        )}
      </Section>
      {can('people', 'grant') && (
        <Section title="account">
          <CheckboxGroupInput
            source="roles"
            choices={choices.roles}
            validate={minLength(1)}
            row
            defaultValue={['employee']}
          />
          <DepartmentTreeInput source="scopeDepartmentId" helperText="resources.people.help.scope" />
        </Section>
      )}
    </SimpleForm>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, width: '100%', minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ mb: 0.5, p: 0 }}>
        {translate(`resources.people.section.${title}`)}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
        {children}
      </Box>
    </Box>
  );
};
