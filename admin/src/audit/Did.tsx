import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AuditRecord } from '../providers/contract.js';
import { RecordedName } from '../shared/RecordedName.js';
import { RecordLink } from '../shared/RecordLink.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { useAuditWords } from './useAuditWords.js';

/** Where the console shows a row of a table. Departments have one page for all of them. */
const SCREENS: Record<string, { resource: string; to: (id: string) => string }> = {
  program: { resource: 'programs', to: (id) => `/programs/${id}/show` },
  audience_rule: { resource: 'audience-rules', to: (id) => `/audience-rules/${id}/show` },
  department: { resource: 'departments', to: () => '/departments' },
};

/** What was done, with whom or what, and what changed by it. */
export const Did = ({ entry }: { entry: AuditRecord }) => {
  const translate = useTranslate();
  const words = useAuditWords();
  const { person, subject, subjectId } = entry;
  return (
    <div>
      {words.action(entry)}
      {person && (
        <>
          {translate('resources.audit.colon')}
          <RecordedName person={person} source="personId" />
        </>
      )}
      {entry.subjectName && subjectId && subject !== 'person' && (
        <>
          {translate(person ? 'resources.audit.comma' : 'resources.audit.colon')}
          <Subject table={subject} id={subjectId} name={entry.subjectName} />
        </>
      )}
      {entry.changes.map((change) => (
        <Box
          key={change.field}
          sx={{ color: 'text.secondary', fontSize: 12.5, overflowWrap: 'anywhere', maxWidth: 640 }}
        >
          {words.change(entry, change)}
        </Box>
      ))}
    </div>
  );
};

const Subject = ({
  table,
  id,
  name,
}: {
  table: string | null;
  id: string;
  name: NonNullable<AuditRecord['subjectName']>;
}) => {
  const textIn = useText();
  const { can } = useMe();
  const screen = table ? SCREENS[table] : undefined;
  const isOpen = screen && can(screen.resource, screen.resource === 'departments' ? 'list' : 'show');
  return isOpen ? <RecordLink to={screen.to(id)}>{textIn(name)}</RecordLink> : textIn(name);
};
