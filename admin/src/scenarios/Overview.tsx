import { Box, Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ScenarioDocument } from '../providers/contract.js';
import { TierChip } from '../shared/TierChip.js';
import { useText } from '../shared/useLocale.js';
import { conditionText } from './condition.js';
import type { ScenarioNames } from './names.js';

interface Props {
  document: ScenarioDocument;
  names: ScenarioNames;
}

/** Briefing, objectives, cast, statutory clocks, response plan. */
export const Overview = ({ document, names }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  const condition = (key: string, options?: object) =>
    translate(`resources.scenarios.condition.${key}`, options);
  return (
    <Box sx={{ display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <Section id="briefing" title={T('briefing')}>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line', lineHeight: 1.75 }}>
            {textIn(document.briefing)}
          </Typography>
        </Section>
        <Section id="objectives" title={T('objectives')}>
          <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1, lineHeight: 1.6 }}>
            {document.objectives.map(({ key, title, tiers }) => (
              <li key={key}>
                {textIn(title)}{' '}
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
                  {tiers.map((tier) => translate(`tier.${tier}`)).join(translate('common.separator'))}
                </Box>
              </li>
            ))}
          </Box>
        </Section>
      </Box>
      <Section id="cast" title={T('cast')}>
        <Rows
          caption={T('cast')}
          head={[T('seat'), T('tier'), T('department'), T('duties'), T('approvers')]}
          rows={document.seats.map((seat) => [
            textIn(seat.title),
            <TierChip key="t" tier={seat.tier} />,
            textIn(seat.department),
            <Box key="d" sx={{ whiteSpace: 'pre-line' }}>
              {textIn(seat.duties)}
            </Box>,
            [
              seat.approvers.map((key) => textIn(names.seat(key))).join(' → ') || T('alone'),
              seat.mayPublish ? T('may_publish') : T('may_not_publish'),
            ].join(' · '),
          ])}
        />
      </Section>
      {document.clocks.length > 0 && (
        <Section id="clocks" title={T('clocks')}>
          <Rows
            caption={T('clocks')}
            head={[T('clock'), T('clock_starts'), T('clock_minutes'), T('seat'), T('basis')]}
            rows={document.clocks.map((clock) => [
              textIn(clock.title),
              conditionText(clock.starts, { T: condition, textIn, names }),
              T('minutes', { minutes: clock.minutes }),
              textIn(names.seat(clock.seat)),
              clock.basis.url ? (
                <a key="b" href={clock.basis.url} target="_blank" rel="noreferrer">
                  {clock.basis.title}
                </a>
              ) : (
                clock.basis.title
              ),
            ])}
          />
        </Section>
      )}
      <Section id="plan" title={T('plan')}>
        <Rows
          caption={T('plan')}
          head={[T('measure'), T('owner'), T('resources'), T('plan_minutes')]}
          rows={document.plan.map(({ measure, owner, resources, minutes }) => [
            textIn(measure),
            textIn(names.seat(owner)),
            textIn(resources),
            minutes === undefined ? '—' : T('minutes', { minutes }),
          ])}
        />
      </Section>
    </Box>
  );
};

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <Card component="section" aria-labelledby={`scenario-${id}`} sx={{ p: 2.5 }}>
    <Typography id={`scenario-${id}`} variant="subtitle2" component="h2" gutterBottom>
      {title}
    </Typography>
    {children}
  </Card>
);

/** The first cell of a row is its heading. */
const Rows = ({ caption, head, rows }: { caption: string; head: string[]; rows: ReactNode[][] }) => (
  <TableContainer tabIndex={0} role="group" aria-label={caption}>
    <Table size="small">
      <TableHead>
        <TableRow>
          {head.map((name) => (
            <TableCell key={name} scope="col">
              {name}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((cells, line) => (
          <TableRow key={line} sx={{ verticalAlign: 'top' }}>
            {cells.map((cell, index) => (
              <TableCell
                key={index}
                component={index ? 'td' : 'th'}
                scope={index ? undefined : 'row'}
                sx={{ fontWeight: index ? 400 : 600, lineHeight: 1.6 }}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);
