import { Alert, Typography } from '@mui/material';
import { Edit, maxLength, required, SelectInput, SimpleForm, TextInput, useRecordContext, useTranslate } from 'react-admin'; // prettier-ignore
import type { ImprovementAction } from '../../providers/contract.js';
import { FormToolbar } from '../../shared/FormToolbar.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { ActionFields } from './ActionFields.js';

const STATUSES = (['open', 'in_progress', 'done', 'dropped'] as const).map((id) => ({
  id,
  name: `resources.improvement-actions.status.${id}`,
}));

export const ActionEdit = () => {
  const translate = useTranslate();
  return (
    <Edit
      sx={{ maxWidth: 720 }}
      mutationMode="pessimistic"
      redirect="list"
      title={translate('resources.improvement-actions.edit_title')}
      actions={false}
    >
      <ActionForm />
    </Edit>
  );
};

/** What a later run has verified can only be read. */
const ActionForm = () => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const { can } = useMe();
  const action = useRecordContext<ImprovementAction>();
  if (!action) return null;
  const mayEdit = action.status !== 'verified' && can('improvement-actions', 'write');
  return (
    <SimpleForm
      warnWhenUnsavedChanges
      toolbar={mayEdit ? <FormToolbar back="/improvement-actions" /> : false}
      disabled={!mayEdit}
    >
      {action.verified && (
        <Alert severity="success" sx={{ width: '100%', mb: 1 }}>
          {translate('resources.improvement-actions.verified_by', {
            when: format.instant(action.verified.at),
          })}
        </Alert>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {textIn(action.objective.title)} · {textIn(action.scenario.title)}
      </Typography>
      <ActionFields />
      {action.status !== 'verified' && (
        <SelectInput
          source="status"
          choices={STATUSES}
          validate={required()}
          helperText="resources.improvement-actions.verified_help"
        />
      )}
      <TextInput source="proof" multiline minRows={2} validate={maxLength(2_000)} />
    </SimpleForm>
  );
};
