import { Box, Button, Card, Chip, Typography } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Certification } from '../../providers/contract.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { StatusChip } from '../StatusChip.js';
import { revocable } from '../exceptions/consequences.js';
import { PathOutline } from './PathOutline.js';
import { PeriodTable } from './PeriodTable.js';
import { ProgramFacts } from './ProgramFacts.js';
import { RevokeDialog } from '../exceptions/RevokeDialog.js';
import { WaiveDialog } from '../exceptions/WaiveDialog.js';
import { Waivers } from '../exceptions/Waivers.js';
import { WhyPanel } from './WhyPanel.js';

interface Props {
  personId: string;
  certification: Certification;
  /** The day that the certification is told of. */
  today: string;
}

/** One program of a person: where they stand, what is asked, what they hold, and the exceptions. */
export const ProgramCard = ({ personId, certification, today }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const heading = useId();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const { program, status, assigned, path, items, periods, waivers } = certification;
  const title = textIn(program.title);
  return (
    <Card
      component="section"
      aria-labelledby={heading}
      sx={{ p: 2.5, display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography id={heading} component="h2" variant="h6" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        {!assigned && <Chip size="small" label={T('not_assigned')} />}
        <StatusChip status={status} />
      </Box>
      <ProgramFacts certification={certification} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Exceptions personId={personId} certification={certification} today={today} />
        <Button
          onClick={() => setAsking(!isAsking)}
          aria-expanded={isAsking}
          aria-label={`${T('why.ask')} ${title}`}
        >
          {T('why.ask')}
        </Button>
      </Box>
      {isAsking && <WhyPanel personId={personId} programId={program.id} />}
      {path && items.length > 0 && (
        <Part title={T(`asked_now.${path}`)}>
          <PathOutline items={items} />
        </Part>
      )}
      <Part title={T('periods')}>
        {periods.length > 0 ? (
          <PeriodTable certification={certification} label={`${T('periods')}: ${title}`} />
        ) : (
          <Typography color="text.secondary">{T('no_periods')}</Typography>
        )}
      </Part>
      {waivers.length > 0 && (
        <Part title={T('waivers')}>
          <Waivers personId={personId} certification={certification} today={today} />
        </Part>
      )}
    </Card>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box>
    <Typography component="h3" variant="subtitle2" sx={{ mb: 0.5 }}>
      {title}
    </Typography>
    {children}
  </Box>
);

/** What may be decided about this certification as it stands. */
const Exceptions = ({ personId, certification, today }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const { can } = useMe();
  const [open, setOpen] = useState<'extension' | 'waiver' | 'revocation' | null>(null);
  if (!can('certification', 'edit')) return null;
  const close = () => setOpen(null);
  const { assigned, dueOn, program } = certification;
  const offered = [
    ...(assigned && dueOn !== null ? (['extension'] as const) : []),
    ...(assigned ? (['waiver'] as const) : []),
    ...(revocable(certification, today) ? (['revocation'] as const) : []),
  ];
  return (
    <>
      {offered.map((what) => {
        const label = translate(`resources.certification.${what}.offer`);
        return (
          <Button
            key={what}
            variant="outlined"
            color={what === 'revocation' ? 'error' : 'primary'}
            onClick={() => setOpen(what)}
            aria-label={`${label}: ${textIn(program.title)}`}
          >
            {label}
          </Button>
        );
      })}
      {open === 'revocation' && (
        <RevokeDialog personId={personId} certification={certification} today={today} onClose={close} />
      )}
      {(open === 'extension' || open === 'waiver') && (
        <WaiveDialog
          personId={personId}
          certification={certification}
          today={today}
          kind={open}
          onClose={close}
        />
      )}
    </>
  );
};
