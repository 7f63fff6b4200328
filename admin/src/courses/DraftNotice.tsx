import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { CourseDetail, CourseVersion } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { previewLink } from './preview/place.js';
import { PublishButton } from './PublishButton.js';
import { useChangesText } from './useChangesText.js';

/** A draft waits: what it changes, where to look at it, and the way to publish it. */
export const DraftNotice = ({ course, draft }: { course: CourseDetail; draft: CourseVersion }) => {
  const translate = useTranslate();
  const format = useFormat();
  const changesText = useChangesText();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.courses.draft.${key}`, options);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      icon={false}
      sx={{ bgcolor: 'background.paper', '& .MuiAlert-message': { width: 1 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 320px', color: 'text.primary' }}>
          <AlertTitle component="h2" sx={{ fontSize: '1rem', fontWeight: 650, mb: 0.25 }}>
            {T('title', { number: draft.number })}
          </AlertTitle>
          {T('imported', { instant: format.instant(draft.importedAt) })}{' '}
          {draft.changes && T('changes', { changes: changesText(draft) })}
        </Box>
        <Button component={Link} to={previewLink(course.id, { versionId: draft.id })}>
          {T('preview')}
        </Button>
        {can('courses', 'publish') && <PublishButton course={course} draft={draft} />}
      </Box>
    </Alert>
  );
};
