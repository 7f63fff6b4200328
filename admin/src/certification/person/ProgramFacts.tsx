import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Certification } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';

/** The days that a status follows from; those that there are not are left out. */
export const ProgramFacts = ({ certification }: { certification: Certification }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const { status, assigned, dueOn, graceUntil, validUntil, renewalOpensOn, waivedUntil, drill } =
    certification;
  const isForEver = status === 'compliant' && validUntil === null;
  const facts: [string, string | null][] = [
    ['due', assigned && dueOn ? format.day(dueOn) : null],
    ['grace', assigned && graceUntil ? format.day(graceUntil) : null],
    ['valid', isForEver ? T('for_ever') : validUntil && format.day(validUntil)],
    ['renewal', assigned && renewalOpensOn ? format.day(renewalOpensOn) : null],
    [
      'waived',
      status === 'waived' ? (waivedUntil ? format.day(waivedUntil) : T('waiver.without_end')) : null,
    ],
    [
      'drill',
      drill &&
        T(drill.overdue ? 'drill_overdue' : 'drill_due', {
          due: format.day(drill.dueOn),
          last: drill.lastOn ? T('drill_last', { day: format.day(drill.lastOn) }) : T('drill_never'),
        }),
    ],
  ];
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(7em, max-content) 1fr', gap: '4px 16px', m: 0 }}
    >
      {facts.map(
        ([name, value]) =>
          value && (
            <Box key={name} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {T(`fact.${name}`)}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {value}
              </Box>
            </Box>
          ),
      )}
    </Box>
  );
};
