import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RuleDifference } from '../../providers/contract.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import { Warnings } from '../wizard/Warnings.js';
import type { Difference as Found } from './useDifference.js';

type Group = keyof RuleDifference['groups'];
interface Props {
  difference: Found;
  /** Those that this change can touch, in the order in which they are told. */
  groups: readonly Group[];
  /** What of the warnings can follow from this change. */
  warnings?: readonly RuleDifference['warnings'][number]['code'][];
}

const SHOWN = 8;

/** Before anything is written: how many are touched and how, and the first of them by name with both due days. */
export const Difference = ({ difference: { shown, isFetching, error }, groups, warnings = [] }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const textOf = useErrorText();
  const T = (key: string, values?: object) => translate(`resources.audience-rules.difference.${key}`, values);
  if (!shown && !isFetching && !error) return null;
  const touched = shown ? groups.filter((group) => shown.groups[group].people > 0) : [];
  return (
    <Box component="section" aria-labelledby="rule-difference" sx={{ mt: 2 }}>
      <Typography id="rule-difference" variant="subtitle2" component="h3">
        {T('title')}
      </Typography>
      <Box sx={{ height: 4 }}>{isFetching && <LinearProgress aria-label={T('title')} />}</Box>
      {error ? <Alert severity="error">{textOf(error)}</Alert> : null}
      <Box role="status" aria-busy={isFetching}>
        {shown && touched.length === 0 && <Typography>{T('nobody')}</Typography>}
        {touched.map((group) => (
          <Box key={group} sx={{ mt: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {T(`groups.${group}`, { people: format.people(shown!.groups[group].people) })}
              {group !== 'keeps' && shown!.groups[group].elsewhere > 0 && (
                <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
                  {' '}
                  {T(`elsewhere.${group}`, { people: format.people(shown!.groups[group].elsewhere) })}
                </Box>
              )}
            </Typography>
            {group !== 'keeps' && <Names group={shown!.groups[group]} />}
          </Box>
        ))}
      </Box>
      {shown && <Warnings warnings={shown.warnings.filter(({ code }) => warnings.includes(code))} />}
    </Box>
  );
};

const Names = ({ group: { people, sample } }: { group: RuleDifference['groups'][Group] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const day = (on: string | null) => (on ? format.day(on) : translate('resources.audience-rules.no_due'));
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {sample.slice(0, SHOWN).map(({ id, name, employeeNo, departmentPath, group, dueBefore, dueOn }) => (
          <Box
            component="li"
            key={id}
            sx={{ py: 0.25, display: 'flex', flexWrap: 'wrap', gap: '0 12px', fontSize: 13.5 }}
          >
            <Box component="span" sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
              {name}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {employeeNo} · {departmentPath}
              </Box>
            </Box>
            {group === 'due_moves' && (
              <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {translate('resources.audience-rules.difference.moves', {
                  before: day(dueBefore),
                  after: day(dueOn),
                })}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {people > SHOWN && (
        <Typography variant="body2" color="text.secondary">
          {translate('resources.audience-rules.who.and_more', { count: format.number(people - SHOWN) })}
        </Typography>
      )}
    </>
  );
};
