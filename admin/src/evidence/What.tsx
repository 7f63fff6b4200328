import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { EvidenceRecord } from '../providers/contract.js';
import { RecordLink } from '../shared/RecordLink.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { keyOf } from './kinds.js';
import { useFacts } from './useFacts.js';

/** What happened, what it is about, and the figures of it. */
export const What = ({ entry }: { entry: EvidenceRecord }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { can } = useMe();
  const facts = useFacts();
  const { program, course, rule } = entry;
  const about = [
    program && { key: 'programs', id: program.id, name: textIn(program.title) },
    course && { key: 'courses', id: course.id, name: textIn(course.title) },
    rule && {
      key: 'audience-rules',
      id: rule.id,
      name: translate('resources.evidence.rule', { name: rule.name }),
    },
  ].filter((one) => one !== null);
  return (
    <div>
      {translate(`resources.evidence.kind.${keyOf(entry.kind)}`)}
      {about.map(({ key, id, name }) => (
        <Box key={key} sx={{ fontSize: 12.5 }}>
          {can(key, 'show') ? <RecordLink to={`/${key}/${id}/show`}>{name}</RecordLink> : name}
        </Box>
      ))}
      <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{facts(entry)}</Box>
    </div>
  );
};
