import { Alert, Box, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ScenarioDocument, ScenarioPackDetail } from '../../providers/contract.js';
import { InjectTable, namesOf, Overview } from '../../scenarios/index.js';
import { useText } from '../../shared/useLocale.js';

const PARTS = ['overview', 'msel', 'deck'] as const;
type Part = (typeof PARTS)[number];

interface Props {
  document: ScenarioDocument;
  /** Left out where nobody has to be warned. */
  warnings?: ScenarioPackDetail['warnings'];
}

/** The scenario in a pack, as the page of a scenario shows it, with what the check says about it. */
export const PackContents = ({ document, warnings }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const [part, setPart] = useState<Part>('overview');
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  const names = namesOf(document);
  const counts = { overview: '', msel: document.items.length, deck: document.deck.length };
  return (
    <Box component="section" aria-label={translate('scenario_pack.contents')} sx={{ minWidth: 0 }}>
      <Typography variant="h6" component="h2">
        {translate('scenario_pack.contents')}
      </Typography>
      <Typography color="text.secondary" sx={{ maxWidth: 780, lineHeight: 1.7 }}>
        {textIn(document.summary)}
      </Typography>
      {warnings?.length === 0 && (
        <Alert severity="success" sx={{ mt: 1.5 }}>
          {translate('scenario_pack.no_warnings')}
        </Alert>
      )}
      {warnings && warnings.length > 0 && (
        <Alert severity="info" sx={{ mt: 1.5 }}>
          {T('warnings', { smart_count: warnings.length })}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {warnings.map(({ path, message }, n) => (
              <li key={n}>
                {textIn(message)} <code>{path}</code>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      <Tabs
        value={part}
        onChange={(_event, to: Part) => setPart(to)}
        aria-label={T('parts')}
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider', my: 1.5 }}
      >
        {PARTS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`pack-tab-${name}`}
            aria-controls="pack-part"
            label={T(`part.${name}`, { count: counts[name] })}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="pack-part" aria-labelledby={`pack-tab-${part}`} sx={{ minWidth: 0 }}>
        {part === 'overview' && <Overview document={document} names={names} />}
        {part === 'msel' &&
          document.phases.map(({ key, title }) => (
            <InjectTable
              key={key}
              title={textIn(title)}
              injects={document.items.filter((inject) => inject.phase === key)}
              document={document}
              names={names}
            />
          ))}
        {part === 'deck' && (
          <InjectTable title={T('deck')} injects={document.deck} document={document} names={names} />
        )}
      </Box>
    </Box>
  );
};
