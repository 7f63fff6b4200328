import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AudienceRulePreview } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';

/** What the rule would do that is rarely meant. */
export const Warnings = ({ warnings }: { warnings: AudienceRulePreview['warnings'] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return warnings.map(({ code, people, rules }) => (
    <Alert key={code} severity="warning" sx={{ my: 1 }}>
      {translate(`resources.audience-rules.warning.${code}`, {
        people: format.people(people),
        rules: rules
          .map(({ name }) => translate('condition.say.quoted', { value: name }))
          .join(translate('common.separator')),
      })}
    </Alert>
  ));
};
