import { Create, required, SelectInput, SimpleForm, useGetList, useGetOne, useTranslate } from 'react-admin'; // prettier-ignore
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import type { Scenario, ScenarioDetail } from '../../providers/contract.js';
import { FormToolbar } from '../../shared/FormToolbar.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { ActionFields } from './ActionFields.js';

/** A new action; what a report knows already is filled in. */
export const ActionCreate = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [search] = useSearchParams();
  const runId = search.get('runId');
  return (
    <Create
      sx={{ maxWidth: 720 }}
      redirect={runId ? () => `drill-runs/${runId}/report` : 'list'}
      title={translate('resources.improvement-actions.create')}
    >
      <SimpleForm
        warnWhenUnsavedChanges
        toolbar={<FormToolbar back={runId ? `/drill-runs/${runId}/report` : '/improvement-actions'} />}
        defaultValues={{
          startOn: format.today(),
          runId,
          scenarioId: search.get('scenarioId') ?? undefined,
          objective: search.get('objective') ?? undefined,
        }}
      >
        <ActionFields />
        <ObjectiveFields />
      </SimpleForm>
    </Create>
  );
};

/** The objective that a later run has to pass; which there are depends on the scenario. */
const ObjectiveFields = () => {
  const textIn = useText();
  const scenarioId: unknown = useWatch({ name: 'scenarioId' });
  const { data: scenarios = [] } = useGetList<Scenario>('scenarios', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'slug', order: 'ASC' },
    filter: { published: true },
  });
  const { data: scenario } = useGetOne<ScenarioDetail>(
    'scenarios',
    { id: String(scenarioId), meta: { detail: true } },
    { enabled: typeof scenarioId === 'string' && scenarioId !== '' },
  );
  return (
    <>
      <SelectInput
        source="scenarioId"
        choices={scenarios.map(({ id, title }) => ({ id, name: textIn(title) }))}
        translateChoice={false}
        validate={required()}
      />
      <SelectInput
        source="objective"
        choices={(scenario?.objectives ?? []).map(({ key, title }) => ({ id: key, name: textIn(title) }))}
        translateChoice={false}
        validate={required()}
        helperText="resources.improvement-actions.verified_help"
      />
    </>
  );
};
