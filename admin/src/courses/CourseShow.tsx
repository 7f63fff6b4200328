import PhoneIphoneOutlined from '@mui/icons-material/PhoneIphoneOutlined';
import { Box, Button, Card, Skeleton, Tooltip, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import type { CourseDetail } from '../providers/contract.js';
import { listLink } from '../shared/listLink.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDetail } from '../shared/useDetail.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { useShortcut } from '../shared/useShortcut.js';
import { CourseNumbers } from './CourseNumbers.js';
import { DraftNotice } from './DraftNotice.js';
import { previewLink } from './preview/place.js';
import { VersionTable } from './VersionTable.js';

export const CourseShow = () => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const { can } = useMe();
  const { id = '' } = useParams();
  const { data: course, error, refetch } = useDetail<CourseDetail>('courses', id);
  const preview = previewLink(id, {});
  useShortcut('p', () => void navigate(preview));
  const T = (key: string, options?: object) => translate(`resources.courses.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!course) return <Skeleton variant="rounded" height={420} />;
  const draft = course.versions.find(({ status }) => status === 'draft');
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1180, '& > *': { minWidth: 0 } }}>
      <Title title={textIn(course.title)} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', pt: 1 }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 420px', maxWidth: 760, lineHeight: 1.7 }}>
          {textIn(course.summary)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {can('completion-rows', 'list') && (
          <Button component={Link} to={listLink('completion-rows', { courseId: [course.id] })}>
            {T('to_completion')}
          </Button>
        )}
        <Tooltip title={T('preview_key')}>
          <Button
            component={Link}
            to={preview}
            variant={draft ? 'outlined' : 'contained'}
            startIcon={<PhoneIphoneOutlined />}
            aria-keyshortcuts="p"
          >
            {T('preview')}
          </Button>
        </Tooltip>
      </Box>
      {draft && <DraftNotice course={course} draft={draft} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <Card component="section" aria-labelledby="course-outcomes" sx={{ p: 2.5 }}>
          <Typography id="course-outcomes" variant="subtitle2" component="h2" gutterBottom>
            {T('outcomes')}
          </Typography>
          <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1, lineHeight: 1.6 }}>
            {course.outcomes.map((outcome) => (
              <li key={outcome.en}>{textIn(outcome)}</li>
            ))}
          </Box>
        </Card>
        <CourseNumbers course={course} />
      </Box>
      <VersionTable course={course} />
    </Box>
  );
};
