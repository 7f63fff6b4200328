import { Box, Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useTranslate } from 'react-admin';
import type { InjectDocument, ScenarioDocument } from '../providers/contract.js';
import { useText } from '../shared/useLocale.js';
import { timeOfDay } from '../shared/timeOfDay.js';
import { conditionText } from './condition.js';
import type { ScenarioNames } from './names.js';

interface Props {
  title: string;
  injects: readonly InjectDocument[];
  document: ScenarioDocument;
  names: ScenarioNames;
}

/** Part of the list of injects: when, what, from whom to whom, and what should follow. */
export const InjectTable = ({ title, injects, document, names }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  if (injects.length === 0) return null;
  return (
    <Card component="section" sx={{ mb: 2 }}>
      <Typography variant="h6" component="h2" sx={{ px: 2.5, pt: 2 }}>
        {title}
      </Typography>
      <TableContainer tabIndex={0} role="group" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['when', 'inject', 'way', 'expected'] as const).map((name) => (
                <TableCell key={name} scope="col">
                  {T(`msel.${name}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {injects.map((inject) => (
              <InjectRow key={inject.key} inject={inject} document={document} names={names} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Card>
  );
};

const InjectRow = ({
  inject,
  document,
  names,
}: Omit<Props, 'title' | 'injects'> & { inject: InjectDocument }) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  const words = { T: (key: string, options?: object) => T(`condition.${key}`, options), textIn, names };
  const seats = (keys: readonly string[]) =>
    keys.map((key) => textIn(names.seat(key))).join(translate('common.separator'));
  const sender = names.sender(inject.from);
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell sx={{ minWidth: 110, maxWidth: 200 }}>
        {inject.at !== undefined && (
          <>
            <strong>{timeOfDay(document.startsAt, inject.at * 60)}</strong>
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{T('minute', { minute: inject.at })}</Box>
          </>
        )}
        {inject.when && conditionText(inject.when, words)}
        {inject.at === undefined && !inject.when && T('msel.by_hand')}
      </TableCell>
      <TableCell component="th" scope="row" sx={{ minWidth: 280, fontWeight: 400, lineHeight: 1.6 }}>
        <strong>{textIn(inject.title)}</strong>
        <Box component="details">
          <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary' }}>
            {inject.card ? T('msel.text_and_card') : T('msel.text')}
          </Box>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line', my: 1, maxWidth: 620 }}>
            {textIn(inject.text)}
          </Typography>
          {inject.card && (
            <>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {T('msel.card', { seat: textIn(names.seat(inject.card.seat)), minutes: inject.card.minutes })}
                {textIn(inject.card.prompt)}
              </Typography>
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                {inject.card.options.map(({ key, label, quality, consequence }) => (
                  <li key={key}>
                    {textIn(label)}{' '}
                    <Box component="span" sx={{ color: 'text.secondary' }}>
                      {T(`quality.${quality}`)}
                      {key === inject.card?.default && ` · ${T('msel.default')}`}
                    </Box>
                    <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{textIn(consequence)}</Box>
                  </li>
                ))}
              </Box>
            </>
          )}
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {T('msel.objectives', {
              objectives: inject.objectives.map((key) => textIn(names.objective(key))).join('；'),
            })}
          </Typography>
        </Box>
      </TableCell>
      <TableCell sx={{ minWidth: 150, lineHeight: 1.6 }}>
        {sender ? textIn(sender) : T('msel.control')} →{' '}
        {inject.to === 'feed' ? T('msel.feed') : seats(inject.to)}
        <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
          {textIn(names.channel(inject.channel))} ·{' '}
          {T('msel.owner', { seat: textIn(names.seat(inject.owner)) })}
        </Box>
      </TableCell>
      <TableCell sx={{ minWidth: 220 }}>
        <Box component="ul" sx={{ m: 0, pl: 2, lineHeight: 1.6 }}>
          {inject.expected.map(({ id, seat, what, within }) => (
            <li key={id}>
              {textIn(names.seat(seat))}: {textIn(what)}{' '}
              <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {T('msel.within', { minutes: within })}
              </Box>
            </li>
          ))}
        </Box>
      </TableCell>
    </TableRow>
  );
};
